const office = 'application/vnd.openxmlformats-officedocument'
const openDocument = 'application/vnd.oasis.opendocument'

/** Media types whose text can be read, and the reader that does it. */
const readers = {
  'application/pdf': 'pdf',
  [`${office}.wordprocessingml.document`]: 'docx',
  'application/msword': 'doc',
  [`${office}.spreadsheetml.sheet`]: 'xlsx',
  [`${office}.presentationml.presentation`]: 'pptx',
  [`${openDocument}.text`]: 'odf',
  [`${openDocument}.spreadsheet`]: 'odf',
  [`${openDocument}.presentation`]: 'odf',
  'application/ofd': 'ofd',
  'application/x-encrypted-office': 'encrypted',
  'text/plain': 'text',
  'text/csv': 'text',
  'text/html': 'html',
  'application/xml': 'xml',
  'message/rfc822': 'mail',
} as const

/** Name of a reader of `extract-worker.ts`. */
export type ReaderName = (typeof readers)[keyof typeof readers]

const byMime: ReadonlyMap<string, ReaderName> = new Map(Object.entries(readers))

/** The reader for a media type. */
export function readerOf(mime: string): ReaderName | undefined {
  return byMime.get(mime)
}

/** Whether text can be read from files of this type. */
export function isReadable(mime: string): boolean {
  return byMime.has(mime)
}
