import { readFile } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { readXlsx } from 'hucre/xlsx'
import mammoth from 'mammoth'
import WordExtractor from 'word-extractor'
import { decodeText } from './charset.ts'
import type { Extraction, WorkerAnswer } from './extract.ts'
import { htmlText, packageText, xmlText } from './office-xml.ts'
import { readMail } from './read-mail.ts'
import { readPdf } from './read-pdf.ts'
import { type ReaderName, readerOf } from './readable.ts'

/** Limit of the text kept of one file, in UTF-16 units. */
const TEXT_LIMIT = 500_000
/** Rows of a sheet that are read for searching; larger sheets are data, not documents. */
const SHEET_ROWS = 20_000

interface Task {
  readonly path: string
  readonly mime: string
  /** When a reader that works in steps stops and gives what it has, in milliseconds since the epoch. */
  readonly stopReadingAt: number
}

type Reader = (bytes: Buffer, task: Task) => Promise<Extraction>

const read: Readonly<Record<ReaderName, Reader>> = {
  pdf: (bytes, { stopReadingAt }) => readPdf(bytes, { stopReadingAt, textLimit: TEXT_LIMIT }),
  docx: async buffer => ({ text: (await mammoth.extractRawText({ buffer })).value }),
  doc: async bytes => {
    const document = await new WordExtractor().extract(bytes)
    return {
      text: [document.getBody(), document.getFootnotes(), document.getEndnotes(), document.getTextboxes()].join('\n'),
    }
  },
  xlsx: async bytes => {
    const { sheets } = await readXlsx(bytes, { maxRows: SHEET_ROWS })
    const lines = sheets.flatMap(sheet => [
      sheet.name,
      ...sheet.rows.map(row => row.map(cellText).join('\t').trimEnd()),
    ])
    return { text: lines.join('\n') }
  },
  pptx: async bytes => packageText('pptx', bytes),
  odf: async bytes => packageText('odf', bytes),
  ofd: async bytes => packageText('ofd', bytes),
  encrypted: async () => ({ text: '', failed: 'encrypted' }),
  text: async bytes => plain(bytes, text => text),
  html: async bytes => plain(bytes, htmlText),
  xml: async bytes => plain(bytes, xmlText),
  mail: readMail,
}

function plain(bytes: Buffer, take: (text: string) => string): Extraction {
  const text = decodeText(bytes)
  return text === null ? { text: '', failed: 'damaged' } : { text: take(text) }
}

function cellText(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return cell === null || cell === undefined ? '' : String(cell)
}

function withinLimit(extraction: Extraction): Extraction {
  const text = extraction.text.replaceAll('\0', '').trim().toWellFormed()
  if (text.length <= TEXT_LIMIT) return { ...extraction, text }
  return { ...extraction, text: text.slice(0, TEXT_LIMIT).replace(/[\ud800-\udbff]$/, ''), truncated: true }
}

function failureOf(error: unknown): Extraction {
  const name = error instanceof Error ? error.name : ''
  const failed = /password|encrypted/i.test(name) ? 'encrypted' : error instanceof RangeError ? 'too-large' : 'damaged'
  return { text: '', failed }
}

async function answer(task: Task): Promise<WorkerAnswer> {
  const reader = readerOf(task.mime)
  if (!reader) throw new Error(`no reader for ${task.mime}`)
  let bytes: Buffer
  try {
    bytes = await readFile(task.path)
  } catch (error) {
    return { unreadable: error instanceof Error ? error : new Error(String(error)) }
  }
  try {
    return withinLimit(await read[reader](bytes, task))
  } catch (error) {
    return failureOf(error)
  }
}

parentPort?.postMessage(await answer(workerData as Task))
