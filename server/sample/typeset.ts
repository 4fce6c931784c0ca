import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'

/** What stands on a sample paper. */
export interface Paper {
  readonly title: string
  readonly paragraphs: readonly string[]
  /** The issuing body 发文机关: printed as a red head, as signature and round the seal. */
  readonly issuer?: string
  readonly documentNo?: string
  /** Date as written on the paper, e.g. 2024年3月5日. */
  readonly date?: string
}

/** How the paper is laid out. */
export interface Layout {
  /** Paragraphs are spread over this many pages; a page that overflows takes another. */
  readonly pageCount: number
  readonly widthPt: number
  readonly heightPt: number
  /** Draws ink instead of black, a seal, and no page numbers. */
  readonly scanned: boolean
}

const template = readFileSync(new URL('./paper.typ', import.meta.url), 'utf8')
let shared: NodeCompiler | undefined

function compiler(): NodeCompiler {
  shared ??= NodeCompiler.create({
    fontArgs: [{ fontPaths: [fileURLToPath(new URL('../../assets/fonts/', import.meta.url))] }],
  })
  return shared
}

function typeset(paper: Paper, { pageCount, ...layout }: Layout): NodeTypstDocument {
  const perPage = Math.ceil(paper.paragraphs.length / pageCount)
  const pages = Array.from({ length: pageCount }, (_, i) => paper.paragraphs.slice(i * perPage, (i + 1) * perPage))
  const { title, issuer = null, documentNo = null, date = null } = paper
  const data = JSON.stringify({ title, issuer, documentNo, date, pages, ...layout })
  const compiled = compiler().compile({ mainFileContent: template, inputs: { data } })
  if (!compiled.result) throw new Error(`paper.typ: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`)
  return compiled.result
}

/** Sets the paper as a PDF, the same bytes for the same paper. */
export function paperPdf(paper: Paper, layout: Layout): Uint8Array {
  const pdf = compiler().pdf(typeset(paper, layout))
  compiler().evictCache(10)
  return pdf
}

/** Sets the paper as an SVG drawing of outlines, its first page only. */
export function paperSvg(paper: Paper, layout: Layout): string {
  const svg = compiler().plainSvg(typeset(paper, layout))
  compiler().evictCache(10)
  return svg
}
