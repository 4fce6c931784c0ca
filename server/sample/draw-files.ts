import { draw } from './draw.ts'
import type { SampleItem } from './draw-items.ts'
import { makeDocx, makeJpeg, makePdf, makeTxtGbk, type Paper } from './files.ts'
import { closings, paragraphs } from './text-phrases.ts'

/** A file of a sample item; its bytes are made when they are asked for. */
export interface SampleFile {
  readonly name: string
  bytes(): Uint8Array
}

/** A page at 100 dots per inch: legible, and made in a fraction of a second. */
const scan = { width: 827, height: 1169 } as const
const scannedParagraphs = 4

/** What one item's files are, in turn: a born-digital paper, a paper with its draft, a scan, a Word file, a whole set, a note. */
const sets = [['pdf'], ['pdf', 'docx'], ['jpg'], ['docx'], ['pdf', 'jpg', 'txt'], ['txt'], ['pdf']] as const

const makers = {
  pdf: (paper: Paper, pages: number) => makePdf({ ...paper, pages }),
  docx: (paper: Paper) => makeDocx(paper),
  jpg: ({ title, paragraphs: lines, ...issued }: Paper) => makeJpeg({ ...scan, ...issued, lines: [title, ...lines.slice(0, scannedParagraphs)] }),
  txt: ({ title, paragraphs: lines }: Paper) => makeTxtGbk([title, '', ...lines, ''].join('\r\n')),
} as const

const names = { pdf: '正文.pdf', docx: '文稿.docx', jpg: '扫描件.jpg', txt: '说明.txt' } as const
const contractNames = { pdf: '合同正本.pdf', docx: '合同文本.docx', jpg: '签字页扫描件.jpg', txt: '履约说明.txt' } as const

/** The files of an item that has some: one to three, `turn` deciding which. */
export function sampleFiles({ words, topic }: SampleItem, turn: number): SampleFile[] {
  const paper = paperOf(words, topic)
  return sets[turn % sets.length]!.map(format => ({
    name: (words.kind === 'contract' ? contractNames : names)[format],
    bytes: () => makers[format](paper, words.pages ?? 1),
  }))
}

function paperOf({ title, kind, creator = '', documentNo = '', date = '' }: SampleItem['words'], topic: SampleItem['topic']): Paper {
  const [year, month, day] = date.split('-').map(Number)
  const said = paragraphs[topic]
  const first = draw(title, said.length)
  const turned = [...said.slice(first), ...said.slice(0, first)]
  const opening = kind === 'contract' ? '甲方（需方）：示范奶牛场' : '各有关部门：'
  return {
    title,
    paragraphs: [opening, ...turned, closings[first % closings.length]!],
    ...(creator && kind !== 'contract' && { issuer: creator }),
    ...(documentNo && kind !== 'contract' && { documentNo }),
    ...(date && { date: `${year}年${month}月${day}日` }),
  }
}
