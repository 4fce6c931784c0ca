import { defineKind, type FieldsOf } from './define-kind.ts'

/** Physical objects 实物档案 (S8.1): prizes, seals, gifts and samples, each with a photograph beside it. */
export const objectKind = defineKind({
  code: 'object',
  title: '实物档案',
  titleEn: 'Physical objects',
  categoryCode: 'SW',
  unit: 'item',
  codePattern: 'SW',
  secrecy: 'internal',
  labels: {
    creator: { title: '授予或赠送单位', titleEn: 'Given by' },
    date: { title: '获得日期', titleEn: 'Received on' },
  },
  sections: {
    object: { title: '实物', titleEn: 'Object' },
    origin: { title: '来源', titleEn: 'Origin' },
  },
  fields: {
    objectSort: {
      type: 'choice',
      title: '实物种类',
      titleEn: 'Sort of object',
      required: true,
      section: 'object',
      options: {
        trophy: '奖杯奖牌',
        certificate: '证书奖状',
        banner: '锦旗匾额',
        seal: '印章',
        gift: '礼品纪念品',
        calligraphy: '题词字画',
        sample: '样品样机',
        other: '其他',
      },
      optionsEn: {
        trophy: 'Trophy or medal',
        certificate: 'Certificate',
        banner: 'Banner or plaque',
        seal: 'Seal',
        gift: 'Gift or souvenir',
        calligraphy: 'Calligraphy or painting',
        sample: 'Sample or prototype',
        other: 'Other',
      },
    },
    material: { type: 'text', title: '质地', titleEn: 'Material', section: 'object', maxLength: 50 },
    size: { type: 'text', title: '尺寸', titleEn: 'Size', section: 'object', maxLength: 50 },
    condition: {
      type: 'choice',
      title: '完好程度',
      titleEn: 'Condition',
      section: 'object',
      options: { whole: '完好', worn: '有磨损', damaged: '有残缺' },
      optionsEn: { whole: 'Whole', worn: 'Worn', damaged: 'Damaged' },
    },
    level: {
      type: 'choice',
      title: '级别',
      titleEn: 'Level',
      section: 'origin',
      options: {
        national: '国家级',
        provincial: '省级',
        municipal: '市级',
        county: '县级',
        company: '单位',
        other: '其他',
      },
      optionsEn: {
        national: 'National',
        provincial: 'Provincial',
        municipal: 'Municipal',
        county: 'County',
        company: 'Organisation',
        other: 'Other',
      },
    },
    recipient: { type: 'text', title: '获得者', titleEn: 'Recipient', section: 'origin', maxLength: 200 },
    story: { type: 'longtext', title: '来历', titleEn: 'Its story', section: 'origin' },
  },
})

export type ObjectFields = FieldsOf<typeof objectKind>
