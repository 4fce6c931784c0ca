import type { Topic } from './document-phrases.ts'
import { draw, pick } from './draw.ts'
import type { SampleItem } from './draw-items.ts'
import { makeDocx, makeJpeg, makePdf, makeTxtGbk, type Paper } from './files.ts'
import { closings, paragraphs } from './text-phrases.ts'

/** A file of a sample item; its bytes are made when they are asked for. */
export interface SampleFile {
  readonly name: string
  bytes(): Uint8Array
}

/** Pixels of a scanned page: legible, and made in a fraction of a second. */
const scan = { width: 680, height: 962 } as const
const scannedParagraphs = 6

/** What one item's files are, in turn: a born-digital paper, one with its draft, a whole set with a scan, and so on. */
const sets = [
  ['pdf'],
  ['pdf', 'docx'],
  ['pdf', 'jpg', 'txt'],
  ['docx'],
  ['pdf'],
  ['txt'],
  ['pdf', 'docx'],
  ['jpg'],
  ['pdf', 'txt'],
] as const

const makers = {
  pdf: (paper: Paper, pages: number) => makePdf({ ...paper, pages }),
  docx: (paper: Paper) => makeDocx(paper),
  jpg: ({ title, paragraphs: lines, ...issued }: Paper) =>
    makeJpeg({ ...scan, ...issued, lines: [title, ...lines.slice(0, scannedParagraphs)] }),
  txt: ({ title, paragraphs: lines }: Paper) => makeTxtGbk([title, '', ...lines, ''].join('\r\n')),
} as const

const names = { pdf: '正文.pdf', docx: '文稿.docx', jpg: '扫描件.jpg', txt: '说明.txt' } as const
const contractNames = {
  pdf: '合同正本.pdf',
  docx: '合同文本.docx',
  jpg: '合同首页扫描件.jpg',
  txt: '履约说明.txt',
} as const

/** The files of an item: none, or one to three. */
export function sampleFiles({ words, topic, filesTurn: turn }: SampleItem): SampleFile[] {
  if (turn === null) return []
  const paper = words.kind === 'contract' ? contractOf(words) : documentOf(words, topic)
  return sets[turn % sets.length]!.map(format => ({
    name: (words.kind === 'contract' ? contractNames : names)[format],
    bytes: () => makers[format](paper, words.pages ?? 1),
  }))
}

/** Later pages of a longer document: what each is headed and which topic its sentences are of. */
const sections = [
  ['二、组织领导', 'office'],
  ['三、人员与培训', 'personnel'],
  ['四、材料归档', 'archive'],
] as const

function documentOf({ title, pages, creator, documentNo, date, fields }: SampleItem['words'], topic: Topic): Paper {
  const later = sections
    .slice(0, (pages ?? 1) - 1)
    .flatMap(([heading, about]) => [heading, ...turned(paragraphs[about], title)])
  const heading = later.length > 0 ? ['一、主要工作'] : []
  // The closing takes the place of one sentence, so that a page break comes before each heading.
  const body = [...heading, ...turned(paragraphs[topic], title).slice(heading.length), ...later]
  return {
    title,
    paragraphs: [`${fields?.['addressee'] ?? '各有关部门'}：`, ...body.slice(0, -1), pick(closings, title)],
    ...(creator && { issuer: creator }),
    ...(documentNo && { documentNo }),
    ...(date && { date: written(date) }),
  }
}

function contractOf({ title, pages, creator = '', date = '' }: SampleItem['words']): Paper {
  const [ours = '', theirs = ''] = creator.split('；')
  const parties = `甲方：${ours}　　乙方：${theirs}`
  const signatures = [
    '（本页为签字页，无正文）',
    '甲方（盖章）：',
    '授权代表：',
    '乙方（盖章）：',
    '授权代表：',
    '签订地点：示范奶牛场',
  ]
  return {
    title,
    paragraphs: [parties, ...turned(paragraphs.contract, ''), ...((pages ?? 1) > 1 ? signatures : [])],
    date: written(date),
  }
}

/** The same sentences, begun at another one. */
function turned(said: readonly string[], seed: string): string[] {
  const first = seed === '' ? 0 : draw(seed, said.length)
  return [...said.slice(first), ...said.slice(0, first)]
}

/** `2024-03-05` as papers write it: 2024年3月5日. */
const written = (date: string): string => date.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日')
