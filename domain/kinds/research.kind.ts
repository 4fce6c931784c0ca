import { defineKind, type FieldsOf } from './define-kind.ts'
import { projectNo } from './project-field.ts'

/** Research archives 科研档案 (S8.1): trials and studies from their proposal to the use of their results. */
export const researchKind = defineKind({
  code: 'research',
  title: '科研档案',
  titleEn: 'Research',
  categoryCode: 'KJ·KY',
  unit: 'volume',
  codePattern: 'KJ',
  secrecy: 'trade-secret',
  sections: {
    project: { title: '课题', titleEn: 'Study' },
    paper: { title: '文件', titleEn: 'Paper' },
  },
  fields: {
    projectNo,
    projectName: {
      type: 'text',
      title: '课题名称',
      titleEn: 'Study',
      required: true,
      section: 'project',
      maxLength: 200,
    },
    leader: { type: 'person', title: '负责人', titleEn: 'Leader', section: 'project' },
    partners: { type: 'text', title: '协作单位', titleEn: 'Partners', section: 'project', maxLength: 300 },
    source: {
      type: 'choice',
      title: '课题来源',
      titleEn: 'Source',
      section: 'project',
      options: { own: '自立', commissioned: '委托', public: '政府计划', joint: '联合' },
      optionsEn: { own: 'Own', commissioned: 'Commissioned', public: 'Public programme', joint: 'Joint' },
    },
    stage: {
      type: 'choice',
      title: '阶段',
      titleEn: 'Stage',
      required: true,
      section: 'paper',
      options: {
        proposal: '准备立项',
        trial: '研究试验',
        conclusion: '总结鉴定验收',
        award: '成果奖励',
        use: '推广应用',
      },
      optionsEn: {
        proposal: 'Proposal',
        trial: 'Trials',
        conclusion: 'Conclusion and acceptance',
        award: 'Awards',
        use: 'Use of results',
      },
    },
    beganOn: { type: 'date', title: '开始日期', titleEn: 'Began on', section: 'project' },
    endedOn: { type: 'date', title: '结题日期', titleEn: 'Ended on', section: 'project' },
    funds: { type: 'money', title: '经费', titleEn: 'Funds', section: 'project' },
    patentNo: { type: 'text', title: '专利号', titleEn: 'Patent number', section: 'paper', maxLength: 50 },
  },
})

export type ResearchFields = FieldsOf<typeof researchKind>
