import { defineKind, type FieldsOf } from './define-kind.ts'

/** Photographs 照片档案 (S8.1): each with what, who, where and when it shows, in groups of one occasion. */
export const photoKind = defineKind({
  code: 'photo',
  title: '照片档案',
  titleEn: 'Photographs',
  categoryCode: 'ZP',
  unit: 'item',
  codePattern: 'MED',
  secrecy: 'internal',
  labels: {
    creator: { title: '摄影者', titleEn: 'Photographer' },
    date: { title: '拍摄时间', titleEn: 'Taken on' },
  },
  sections: {
    picture: { title: '画面', titleEn: 'Picture' },
    carrier: { title: '载体', titleEn: 'Carrier' },
  },
  fields: {
    occasion: { type: 'text', title: '事由', titleEn: 'Occasion', required: true, section: 'picture', maxLength: 200 },
    place: { type: 'text', title: '地点', titleEn: 'Place', section: 'picture', maxLength: 200 },
    people: {
      type: 'longtext',
      title: '人物',
      titleEn: 'People',
      section: 'picture',
      hint: '从左到右、由前到后，以分号隔开',
      hintEn: 'from left to right, front to back, separated by semicolons',
    },
    background: { type: 'longtext', title: '背景说明', titleEn: 'Background', section: 'picture' },
    picture: {
      type: 'choice',
      title: '照片形式',
      titleEn: 'Form',
      required: true,
      section: 'carrier',
      options: { digital: '数码照片', print: '纸质照片', negative: '底片', slide: '反转片' },
      optionsEn: { digital: 'Digital', print: 'Print', negative: 'Negative', slide: 'Slide' },
    },
    negativeNo: { type: 'text', title: '底片号', titleEn: 'Negative number', section: 'carrier', maxLength: 50 },
    size: { type: 'text', title: '尺寸或像素', titleEn: 'Size or pixels', section: 'carrier', maxLength: 50 },
    seeAlso: { type: 'text', title: '参见号', titleEn: 'See also', section: 'carrier', maxLength: 200 },
  },
})

export type PhotoFields = FieldsOf<typeof photoKind>
