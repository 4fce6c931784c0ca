import { defineKind, type FieldsOf } from './define-kind.ts'

/**
 * Contract archives 合同档案 (S5.2, S8.1). The standard list of categories has none for contracts; a fonds may extend it as long as no
 * code stands for two things, and `HT` keeps contracts out of the numbering of documents and of the specialised `ZY` files.
 */
export const contractKind = defineKind({
  code: 'contract',
  title: '合同档案',
  titleEn: 'Contracts',
  categoryCode: 'HT',
  unit: 'item',
  codePattern: 'WS22',
  retention: { code: 'D30' },
  secrecy: 'internal',
  labels: {
    documentNo: { title: '对方编号', titleEn: 'Their number' },
    date: { title: '签订日期', titleEn: 'Signed on' },
  },
  sections: {
    parties: { title: '签约各方', titleEn: 'Parties' },
    terms: { title: '主要条款', titleEn: 'Terms' },
  },
  fields: {
    contractNo: {
      type: 'text',
      title: '合同编号',
      titleEn: 'Contract number',
      required: true,
      section: 'terms',
      maxLength: 100,
    },
    contractType: {
      type: 'choice',
      title: '合同类型',
      titleEn: 'Contract type',
      required: true,
      section: 'terms',
      options: {
        sale: '销售',
        purchase: '采购',
        construction: '建设工程',
        lease: '租赁',
        service: '服务',
        technology: '技术',
        loan: '借款',
        guarantee: '担保',
        cooperation: '合作',
        other: '其他',
      },
      optionsEn: {
        sale: 'Sale',
        purchase: 'Purchase',
        construction: 'Construction',
        lease: 'Lease',
        service: 'Service',
        technology: 'Technology',
        loan: 'Loan',
        guarantee: 'Guarantee',
        cooperation: 'Co-operation',
        other: 'Other',
      },
    },
    counterparty: { type: 'unit', title: '对方单位', titleEn: 'Counterparty', required: true, section: 'parties' },
    counterpartyCode: {
      type: 'text',
      title: '对方统一社会信用代码',
      titleEn: 'Credit code of the counterparty',
      section: 'parties',
      pattern: '[0-9A-HJ-NPQRTUWXY]{18}',
      hint: '18 位代码',
      hintEn: 'a code of 18 characters',
    },
    ourSignatory: { type: 'person', title: '我方签约人', titleEn: 'Our signatory', section: 'parties' },
    theirSignatory: { type: 'person', title: '对方签约人', titleEn: 'Their signatory', section: 'parties' },
    signedOn: { type: 'date', title: '签订日期', titleEn: 'Signed on', required: true, section: 'terms' },
    effectiveOn: { type: 'date', title: '生效日期', titleEn: 'Effective on', section: 'terms' },
    expiresOn: { type: 'date', title: '到期日期', titleEn: 'Expires on', section: 'terms' },
    amount: { type: 'money', title: '合同金额', titleEn: 'Amount', section: 'terms' },
    currency: {
      type: 'choice',
      title: '币种',
      titleEn: 'Currency',
      section: 'terms',
      options: { CNY: '人民币', USD: '美元', EUR: '欧元', HKD: '港元', JPY: '日元', other: '其他' },
      optionsEn: {
        CNY: 'Renminbi',
        USD: 'US dollar',
        EUR: 'Euro',
        HKD: 'Hong Kong dollar',
        JPY: 'Yen',
        other: 'Other',
      },
    },
    byTender: { type: 'boolean', title: '经招标', titleEn: 'By tender', section: 'terms' },
  },
  checklist: [
    { code: 'contract', title: '合同正本', titleEn: 'Signed contract' },
    { code: 'approval-form', title: '合同审批单', titleEn: 'Approval form' },
    { code: 'tender-papers', title: '招投标文件', titleEn: 'Tender papers', when: { byTender: true } },
    {
      code: 'credit-papers',
      title: '对方资信材料',
      titleEn: 'Credit papers',
      when: { contractType: ['loan', 'guarantee', 'lease'] },
    },
  ],
})

export type ContractFields = FieldsOf<typeof contractKind>
