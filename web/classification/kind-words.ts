import type { FieldType, KindDefinition } from '../../domain/kinds/index.ts'
import type { Wording } from '../language.ts'

/** What a field takes, as the form for a new field offers it. */
export const fieldTypes: Readonly<Record<FieldType, Wording>> = {
  text: { zh: '一行文字', en: 'Line of text' },
  longtext: { zh: '多行文字', en: 'Longer text' },
  number: { zh: '数字', en: 'Number' },
  date: { zh: '日期', en: 'Date' },
  choice: { zh: '单选', en: 'One choice' },
  choices: { zh: '多选', en: 'Several choices' },
  person: { zh: '人名', en: 'Person' },
  unit: { zh: '单位名称', en: 'Organisation' },
  money: { zh: '金额', en: 'Amount' },
  boolean: { zh: '是或否', en: 'Yes or no' },
}

/** Whether a kind is arranged by item or by volume (S13.3). */
export const methods: Readonly<Record<KindDefinition['unit'], Wording>> = {
  item: { zh: '按件', en: 'By item' },
  volume: { zh: '按卷', en: 'By volume' },
}
