/** How a browser may show a file inside our pages: never anything that can run script. */
export type Preview = 'pdf' | 'image' | 'text' | 'none'

/** A file format as the archive knows it. */
export interface Format {
  readonly mime: string
  /** Usual extension, without the dot. */
  readonly extension: string
  /** Other extensions under which the same bytes are rightly found. */
  readonly also?: readonly string[]
  /** PRONOM identifier, where the format's family does not need a closer look. */
  readonly puid?: string
  readonly preview?: Preview
}

const office = 'application/vnd.openxmlformats-officedocument'

/** Formats we name ourselves, show, or know more about than the magic number says; others keep what the magic number says. */
export const formats: readonly Format[] = [
  { mime: 'application/pdf', extension: 'pdf', preview: 'pdf' },
  { mime: 'application/ofd', extension: 'ofd' },
  { mime: 'image/jpeg', extension: 'jpg', also: ['jpeg', 'jpe', 'jfif'], preview: 'image' },
  { mime: 'image/png', extension: 'png', also: ['apng'], preview: 'image' },
  { mime: 'image/apng', extension: 'png', also: ['apng'], preview: 'image' },
  { mime: 'image/gif', extension: 'gif', preview: 'image' },
  { mime: 'image/webp', extension: 'webp', preview: 'image' },
  { mime: 'image/bmp', extension: 'bmp', also: ['dib'], preview: 'image' },
  { mime: 'image/avif', extension: 'avif', preview: 'image' },
  { mime: 'image/tiff', extension: 'tif', also: ['tiff'], puid: 'fmt/353' },
  { mime: 'image/svg+xml', extension: 'svg' },
  { mime: 'application/msword', extension: 'doc', also: ['wps', 'wpt', 'dot'], puid: 'fmt/40' },
  { mime: 'application/vnd.ms-excel', extension: 'xls', also: ['et', 'ett', 'xlt'], puid: 'fmt/61' },
  { mime: 'application/vnd.ms-powerpoint', extension: 'ppt', also: ['dps', 'dpt', 'pps', 'pot'], puid: 'fmt/126' },
  { mime: 'application/vnd.ms-outlook', extension: 'msg' },
  { mime: 'application/x-encrypted-office', extension: 'cfb', also: ['docx', 'xlsx', 'pptx', 'doc', 'xls', 'ppt'] },
  { mime: `${office}.wordprocessingml.document`, extension: 'docx', also: ['wps'], puid: 'fmt/412' },
  { mime: `${office}.spreadsheetml.sheet`, extension: 'xlsx', also: ['et'], puid: 'fmt/214' },
  { mime: `${office}.presentationml.presentation`, extension: 'pptx', also: ['dps'], puid: 'fmt/215' },
  { mime: 'text/plain', extension: 'txt', puid: 'x-fmt/111', preview: 'text' },
  { mime: 'text/csv', extension: 'csv', puid: 'x-fmt/18', preview: 'text' },
  { mime: 'text/html', extension: 'html', also: ['htm', 'xhtml'], puid: 'fmt/96', preview: 'text' },
  {
    mime: 'application/xml',
    extension: 'xml',
    also: ['xsd', 'xsl', 'xslt', 'gml', 'kml', 'rdf'],
    puid: 'fmt/101',
    preview: 'text',
  },
  { mime: 'message/rfc822', extension: 'eml', also: ['mht', 'mhtml'], puid: 'fmt/278', preview: 'text' },
  { mime: 'application/rtf', extension: 'rtf', also: ['doc'] },
  { mime: 'application/zip', extension: 'zip', puid: 'x-fmt/263' },
  { mime: 'application/x-7z-compressed', extension: '7z', puid: 'fmt/484' },
  { mime: 'video/mp4', extension: 'mp4', also: ['m4v'], puid: 'fmt/199' },
  { mime: 'audio/mpeg', extension: 'mp3', puid: 'fmt/134' },
]

/** Extensions of plain text that say what the text is for; the bytes alone cannot. */
export const plainTextExtensions: ReadonlySet<string> = new Set(
  'txt text log md markdown json jsonl yaml yml ini cfg conf sql tsv tex srt vtt ics vcf'.split(' '),
)

const byMime = new Map(formats.map(format => [format.mime, format]))

/** What the table says of a media type, if anything. */
export function formatOf(mime: string): Format | undefined {
  return byMime.get(mime)
}

/**
 * How a file of this type may be shown inline. `text` means as plain text, never as markup, and SVG is not an image here: HTML
 * and SVG can carry script.
 */
export function previewOf(mime: string): Preview {
  return byMime.get(mime)?.preview ?? 'none'
}
