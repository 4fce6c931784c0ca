import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parentPort } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { coverageOf, legible } from './font-coverage.ts'
import type { PrintAnswer, PrintJob } from './typst.ts'

const fonts = ['Regular', 'Bold'].map(
  weight => new URL(`../../assets/fonts/NotoSerifSC-${weight}.ttf`, import.meta.url),
)
const coverage = coverageOf(fonts[0]!)

/** Templates can read only below `server/`. Fonts of the machine are found as well, which is why forms forbid fallback. */
const compiler = NodeCompiler.create({
  workspace: fileURLToPath(new URL('..', import.meta.url)),
  fontArgs: [{ fontBlobs: fonts.map(font => readFileSync(font)) }],
})

const NAMED_LACKING = 8

parentPort?.on('message', (job: PrintJob) => {
  try {
    // A copy, because the compiler's buffer cannot change hands.
    const pdf = Uint8Array.from(render(job))
    parentPort?.postMessage({ pdf } satisfies PrintAnswer, [pdf.buffer])
  } catch (error) {
    parentPort?.postMessage({ failure: reasonOf(error) } satisfies PrintAnswer)
  } finally {
    compiler.evictCache(0)
  }
})

function render({ template, data, archival }: PrintJob): Buffer {
  const { text, lacking } = legible(data, coverage)
  const missing = lacking
    .slice(0, NAMED_LACKING)
    .map(character => `U+${character.codePointAt(0)!.toString(16).toUpperCase()}`)
  if (lacking.length > NAMED_LACKING) missing.push('…')
  // Straight to PDF: a compiled document in JavaScript's hands keeps some 50 MB until the next garbage collection.
  const compiled = { mainFilePath: template, inputs: { data: text, missing: missing.join(' ') } }
  return compiler.pdf(compiled, archival ? { pdfStandard: 'a-2b' } : {})
}

/** The compiler gives its reasons in the error's code, some as a dump of structures of which only the messages are for people. */
function reasonOf(error: unknown): string {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  const messages = [...reason.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map(([, message]) => message)
  return messages.join('; ') || reason
}
