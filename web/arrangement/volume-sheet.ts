import type { ShownBox, ShownVolume } from './arranging.ts'
import type { Remarks, RemarksField } from './remarks-dialog.tsx'

/** The lines of a volume's title and remarks sheet 卷内备考表. */
export const volumeFields: readonly RemarksField[] = [
  { name: 'title', label: { zh: '案卷题名', en: 'Title' }, as: 'line', required: true },
  { name: 'note', label: { zh: '本卷情况说明', en: 'Remarks on the volume' }, as: 'text' },
  {
    name: 'exceptionReason',
    label: { zh: '同卷原因', en: 'Why they lie together' },
    hint: {
      zh: '核心商密与普通文件、不同年度的文件放在一卷时写明。',
      en: 'Where what is most secret, or papers of several years, lie together.',
    },
    as: 'text',
  },
  { name: 'boundBy', label: { zh: '立卷人', en: 'Bound by' }, as: 'person' },
  { name: 'boundOn', label: { zh: '立卷时间', en: 'Bound on' }, as: 'day' },
  { name: 'checkedBy', label: { zh: '检查人', en: 'Checked by' }, as: 'person' },
  { name: 'checkedOn', label: { zh: '检查时间', en: 'Checked on' }, as: 'day' },
]

export const sheetOf = (volume: ShownVolume['volume']): Remarks => ({
  title: volume.title,
  note: volume.note,
  exceptionReason: volume.exceptionReason,
  boundBy: volume.boundBy ?? '',
  boundOn: volume.boundOn ?? '',
  checkedBy: volume.checkedBy ?? '',
  checkedOn: volume.checkedOn ?? '',
})

/** A sheet as the command takes it: what was left empty is nothing. */
export const rowOf = (sheet: Remarks) => ({
  title: sheet['title'] ?? '',
  note: sheet['note'] ?? '',
  exceptionReason: sheet['exceptionReason'] ?? '',
  boundBy: sheet['boundBy'] || null,
  boundOn: sheet['boundOn'] || null,
  checkedBy: sheet['checkedBy'] || null,
  checkedOn: sheet['checkedOn'] || null,
})

/** The lines of a box's remarks sheet 盒内备考表. */
export const boxFields: readonly RemarksField[] = [
  { name: 'note', label: { zh: '盒内文件情况说明', en: 'Remarks on the box' }, as: 'text' },
  { name: 'arrangedBy', label: { zh: '整理人', en: 'Arranged by' }, as: 'person' },
  { name: 'arrangedOn', label: { zh: '整理日期', en: 'Arranged on' }, as: 'day' },
  { name: 'checkedBy', label: { zh: '检查人', en: 'Checked by' }, as: 'person' },
  { name: 'checkedOn', label: { zh: '检查日期', en: 'Checked on' }, as: 'day' },
]

export const boxSheetOf = (box: ShownBox['box']): Remarks => ({
  note: box.note,
  arrangedBy: box.arrangedBy ?? '',
  arrangedOn: box.arrangedOn ?? '',
  checkedBy: box.checkedBy ?? '',
  checkedOn: box.checkedOn ?? '',
})

export const boxRowOf = (sheet: Remarks) => ({
  note: sheet['note'] ?? '',
  arrangedBy: sheet['arrangedBy'] || null,
  arrangedOn: sheet['arrangedOn'] || null,
  checkedBy: sheet['checkedBy'] || null,
  checkedOn: sheet['checkedOn'] || null,
})

/** Names by id of the two people a sheet names. */
export const namesIn = (...[one, oneName, two, twoName]: (string | null)[]): Readonly<Record<string, string>> => ({
  ...(one && oneName && { [one]: oneName }),
  ...(two && twoName && { [two]: twoName }),
})
