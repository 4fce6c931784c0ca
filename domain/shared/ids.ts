import { z } from 'zod'

/** Form of an id: a prefix that names the thing and 26 characters that sort by time, e.g. `item_01k…`. */
const idOf = (prefix: string, title: string, titleEn: string) =>
  z
    .string()
    .regex(new RegExp(`^${prefix}_[0-9a-hjkmnp-tv-z]{26}$`))
    .meta({ title, titleEn })

export const FondsId = idOf('fonds', '全宗', 'Fonds')
export const SeriesId = idOf('series', '类别', 'Series')
export const BondId = idOf('bond', '联系', 'Tie')
export const CheckId = idOf('check', '检测', 'Check')
export const BoxId = idOf('box', '盒', 'Box')
export const VolumeId = idOf('volume', '案卷', 'Volume')
export const LocationId = idOf('loc', '库位', 'Location')
export const StocktakeId = idOf('take', '盘点', 'Stock-take')
export const ItemId = idOf('item', '件', 'Item')
export const ComponentId = idOf('comp', '电子文件', 'File')
export const AttachmentId = idOf('att', '附件', 'Attachment')
export const LineId = idOf('line', '登记', 'Line')
export const ForwardId = idOf('fwd', '分发', 'Forwarding')
export const UploadId = idOf('upload', '上传', 'Upload')
export const ImportId = idOf('import', '导入', 'Import')
export const UnitId = idOf('unit', '机构', 'Unit')
export const PersonId = idOf('person', '人员', 'Person')
export const PostId = idOf('post', '岗位', 'Post')
export const SessionId = idOf('session', '会话', 'Session')
export const TokenId = idOf('token', '令牌', 'Token')
export const PrintRunId = idOf('print', '打印', 'Print')
export const SearchId = idOf('search', '保存的检索', 'Saved search')
export const FixityRunId = idOf('fixity', '固化检查', 'Fixity check')
export const MediumId = idOf('medium', '载体', 'Medium')
export const JobId = idOf('job', '任务', 'Job')

/** Where a list goes on: the last row's id or key, as the list's own answer gave it. */
export const After = z.string().max(200).optional().meta({ title: '续页位置', titleEn: 'Page key' })
/** How many rows at most; every list answers the key of the next page where there is one. */
export const Limit = z.number().int().min(1).max(200).default(50).meta({ title: '条数', titleEn: 'Rows' })
