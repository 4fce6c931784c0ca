import { defineKind, type FieldsOf } from './define-kind.ts'

const sections = {
  content: { title: '内容', titleEn: 'Content' },
  carrier: { title: '载体', titleEn: 'Carrier' },
} as const

const fields = {
  occasion: { type: 'text', title: '事由', titleEn: 'Occasion', required: true, section: 'content', maxLength: 200 },
  place: { type: 'text', title: '地点', titleEn: 'Place', section: 'content', maxLength: 200 },
  speakers: {
    type: 'text',
    title: '讲话人或主要人物',
    titleEn: 'Speakers',
    section: 'content',
    hint: '人名，以分号隔开',
    hintEn: 'names separated by semicolons',
  },
  summary: { type: 'longtext', title: '内容提要', titleEn: 'Summary', section: 'content' },
  duration: {
    type: 'text',
    title: '时长',
    titleEn: 'Duration',
    required: true,
    section: 'carrier',
    pattern: '[0-9]{1,3}:[0-5][0-9]:[0-5][0-9]',
    hint: '时:分:秒，如 01:20:00',
    hintEn: 'hours:minutes:seconds such as 01:20:00',
  },
  carrier: {
    type: 'choice',
    title: '载体形式',
    titleEn: 'Carrier',
    section: 'carrier',
    options: { file: '电子文件', tape: '磁带', disc: '光盘', disk: '硬盘', other: '其他' },
    optionsEn: { file: 'Digital file', tape: 'Tape', disc: 'Disc', disk: 'Hard disk', other: 'Other' },
  },
  carrierNo: { type: 'text', title: '载体编号', titleEn: 'Number of the carrier', section: 'carrier', maxLength: 50 },
} as const

/** Sound recordings among the audio-visual archives 音像档案 (S8.1); the standard gives sound and film a code each. */
export const soundKind = defineKind({
  code: 'sound',
  title: '音像档案（录音）',
  titleEn: 'Sound recordings',
  categoryCode: 'LY',
  unit: 'item',
  codePattern: 'MED',
  secrecy: 'internal',
  labels: {
    creator: { title: '录制者', titleEn: 'Recorded by' },
    date: { title: '录制时间', titleEn: 'Recorded on' },
  },
  sections,
  fields,
})

/** Film and video among the audio-visual archives 音像档案 (S8.1). */
export const filmKind = defineKind({
  code: 'film',
  title: '音像档案（录像）',
  titleEn: 'Film and video',
  categoryCode: 'LX',
  unit: 'item',
  codePattern: 'MED',
  secrecy: 'internal',
  labels: {
    creator: { title: '摄制者', titleEn: 'Filmed by' },
    date: { title: '摄制时间', titleEn: 'Filmed on' },
  },
  sections,
  fields: {
    ...fields,
    resolution: { type: 'text', title: '分辨率', titleEn: 'Resolution', section: 'carrier', maxLength: 30 },
  },
})

export type SoundFields = FieldsOf<typeof soundKind>
export type FilmFields = FieldsOf<typeof filmKind>
