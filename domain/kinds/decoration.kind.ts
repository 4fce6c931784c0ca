import { defineKind, type FieldsOf } from './define-kind.ts'
import { projectNo } from './project-field.ts'

/** Decoration works 装饰工程 (S8.1): fitting-out of rooms and buildings, project by project. */
export const decorationKind = defineKind({
  code: 'decoration',
  title: '装饰工程档案',
  titleEn: 'Decoration works',
  categoryCode: 'KJ·ZX',
  unit: 'volume',
  codePattern: 'KJ',
  secrecy: 'internal',
  labels: { documentNo: { title: '文件编号或图号', titleEn: 'Document or drawing number' } },
  sections: {
    project: { title: '工程', titleEn: 'Works' },
    paper: { title: '文件', titleEn: 'Paper' },
  },
  fields: {
    projectNo,
    projectName: {
      type: 'text',
      title: '工程名称',
      titleEn: 'Works',
      required: true,
      section: 'project',
      maxLength: 200,
    },
    client: { type: 'unit', title: '建设单位', titleEn: 'Client', section: 'project' },
    builder: { type: 'unit', title: '施工单位', titleEn: 'Builder', section: 'project' },
    location: { type: 'text', title: '工程地点', titleEn: 'Site', section: 'project', maxLength: 200 },
    area: {
      type: 'number',
      title: '装饰面积',
      titleEn: 'Area',
      section: 'project',
      unit: '平方米',
      unitEn: 'm²',
      min: 0,
      decimals: 2,
    },
    stage: {
      type: 'choice',
      title: '文件类别',
      titleEn: 'Sort of paper',
      required: true,
      section: 'paper',
      options: {
        tender: '招投标',
        contract: '合同',
        design: '设计图纸',
        construction: '施工',
        material: '材料与检测',
        change: '变更签证',
        acceptance: '验收',
        'as-built': '竣工图',
        settlement: '结算',
        warranty: '保修',
      },
      optionsEn: {
        tender: 'Tender',
        contract: 'Contract',
        design: 'Design drawings',
        construction: 'Works',
        material: 'Materials and tests',
        change: 'Changes',
        acceptance: 'Acceptance',
        'as-built': 'As-built drawings',
        settlement: 'Settlement',
        warranty: 'Warranty',
      },
    },
    amount: { type: 'money', title: '工程造价', titleEn: 'Cost', section: 'project' },
    startedOn: { type: 'date', title: '开工日期', titleEn: 'Started on', section: 'project' },
    acceptedOn: { type: 'date', title: '验收日期', titleEn: 'Accepted on', section: 'project' },
  },
})

export type DecorationFields = FieldsOf<typeof decorationKind>
