import { z } from 'zod'
import { eventForms } from '../shared/event.ts'

const facts = z.record(z.string(), z.unknown())
const change = z.strictObject({ before: facts, after: facts })
const componentData = z.strictObject({ componentId: z.string(), name: z.string(), sha256: z.string() })
const attachmentData = z.strictObject({ attachmentId: z.string(), name: z.string(), sha256: z.string() })

/** What happens to fonds, items and their files. */
export const holdingsEvents = eventForms({
  'fonds.created': {
    title: '新建全宗',
    titleEn: 'Fonds created',
    data: z.strictObject({ code: z.string(), name: z.string() }),
  },
  'fonds.edited': { title: '修改全宗', titleEn: 'Fonds edited', data: change },
  'fonds.kinds-chosen': {
    title: '选定全宗的门类',
    titleEn: 'Kinds of a fonds chosen',
    data: z.strictObject({ before: z.array(z.string()).nullable(), after: z.array(z.string()) }),
  },
  'fonds.template-chosen': {
    title: '选定档号模板',
    titleEn: 'Code template chosen',
    data: z.strictObject({ kind: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
  },
  'scope.saved': {
    title: '保存归档范围',
    titleEn: 'Filing scope saved',
    data: z.strictObject({ unitId: z.string().nullable(), before: z.array(facts), after: z.array(facts) }),
  },
  'kind.defined': {
    title: '新增门类',
    titleEn: 'Kind added',
    data: z.strictObject({ code: z.string(), title: z.string() }),
  },
  'kind.extended': {
    title: '扩充门类',
    titleEn: 'Kind extended',
    data: z.strictObject({
      code: z.string(),
      title: z.string(),
      version: z.number(),
      added: z.array(z.string()),
      retired: z.array(z.string()),
      changed: z.array(z.string()),
    }),
  },
  'upload.created': {
    title: '上传文件',
    titleEn: 'Upload begun',
    data: z.strictObject({ name: z.string(), size: z.number() }),
  },
  'item.registered': {
    title: '登记',
    titleEn: 'Registered',
    data: z.strictObject({ title: z.string(), kind: z.string(), outsideScope: z.string().optional() }),
  },
  'items.registered': {
    title: '批量登记',
    titleEn: 'Registered in a batch',
    data: z.strictObject({ fondsId: z.string(), count: z.number(), name: z.string(), sha256: z.string() }),
  },
  'items.discarded': {
    title: '整批删除草稿',
    titleEn: 'Batch of drafts discarded',
    data: z.strictObject({ count: z.number() }),
  },
  'item.described': { title: '著录', titleEn: 'Described', data: change },
  'item.discarded': { title: '删除草稿', titleEn: 'Draft discarded', data: z.strictObject({ description: facts }) },
  'item.numbered': { title: '编号', titleEn: 'Numbered', data: z.strictObject({ code: z.string() }) },
  'item.unnumbered': {
    title: '撤销编号',
    titleEn: 'Number withdrawn',
    data: z.strictObject({ code: z.string(), reason: z.string() }),
  },
  'item.filed': { title: '归档', titleEn: 'Filed', data: z.strictObject({ code: z.string(), components: z.number() }) },
  'item.corrected': {
    title: '更正',
    titleEn: 'Corrected',
    data: z.strictObject({ before: facts, after: facts, reason: z.string() }),
  },
  'item.stored': {
    title: '写入存储库',
    titleEn: 'Written to the store',
    data: z.strictObject({ version: z.string(), revision: z.number() }),
  },
  'component.attached': { title: '加入电子文件', titleEn: 'File attached', data: componentData },
  'component.detached': { title: '移除电子文件', titleEn: 'File detached', data: componentData },
  'component.opened': {
    title: '查看电子文件',
    titleEn: 'File opened',
    data: z.strictObject({ itemId: z.string(), name: z.string() }),
  },
  'attachment.attached': { title: '加入附件', titleEn: 'Attachment added', data: attachmentData },
  'attachment.detached': { title: '移除附件', titleEn: 'Attachment removed', data: attachmentData },
  'attachment.opened': { title: '查看附件', titleEn: 'Attachment opened', data: attachmentData },
  'search.saved': { title: '保存检索', titleEn: 'Search saved', data: z.strictObject({ name: z.string() }) },
  'search.forgotten': {
    title: '删除保存的检索',
    titleEn: 'Saved search forgotten',
    data: z.strictObject({ name: z.string() }),
  },
  'favourite.added': {
    title: '收藏',
    titleEn: 'Added to favourites',
    data: z.strictObject({ items: z.number(), folder: z.string() }),
  },
  'favourite.removed': {
    title: '取消收藏',
    titleEn: 'Removed from favourites',
    data: z.strictObject({ items: z.number() }),
  },
  'store.verified': {
    title: '校验存储库',
    titleEn: 'Store verified',
    data: z.strictObject({ objects: z.number(), damaged: z.number() }),
  },
})
