import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { createWorker, OEM, PSM, type Worker } from 'tesseract.js'
import { countPages, pageImage } from './page-image.ts'
import { pageText } from './page-text.ts'
import { type RecognitionAnswer, type RecognitionFailure, type RecognitionTask, TOO_LARGE } from './recognize.ts'
import { straighten } from './straighten.ts'

const MIB = 2 ** 20
const MEMORY_CHECK_MS = 100
const memoryMib = Number(process.env['LANTAI_RECOGNITION_MIB'])

// One page at a time: a cache of pictures would only hold memory, and more threads would take other people's time.
sharp.cache(false)
sharp.concurrency(1)

setInterval(() => {
  if (process.memoryUsage.rss() > memoryMib * MIB) process.exit(TOO_LARGE)
}, MEMORY_CHECK_MS).unref()

let reader: Worker | undefined

async function readerOfChinese(): Promise<Worker> {
  const data = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/chi_sim/package.json'))
  reader ??= await createWorker('chi_sim', OEM.LSTM_ONLY, {
    langPath: join(data, '4.0.0_best_int'),
    cacheMethod: 'none',
    gzip: true,
    errorHandler: () => undefined,
  })
  return reader
}

async function answer(task: RecognitionTask): Promise<RecognitionAnswer> {
  if ('count' in task) return { pages: await countPages(task.count) }
  const drawn = await pageImage(task.read)
  const { image, toPage } = await straighten(drawn)
  const png = await sharp(image.grey, { raw: { width: image.width, height: image.height, channels: 1 } })
    .png({ compressionLevel: 1 })
    .toBuffer()
  const tesseract = await readerOfChinese()
  await tesseract.setParameters({ tessedit_pageseg_mode: PSM.AUTO, user_defined_dpi: String(drawn.dpi) })
  const { data } = await tesseract.recognize(png, {}, { text: false, blocks: true })
  return pageText(data.blocks ?? [], toPage)
}

function failureOf(error: unknown): RecognitionFailure {
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) }
  if (/password/i.test(name)) return 'encrypted'
  return error instanceof RangeError || /pixel limit|too large/i.test(message) ? 'too-large' : 'damaged'
}

process.on('message', (task: RecognitionTask) => {
  answer(task)
    .catch((error: unknown): RecognitionAnswer => ({ failed: failureOf(error) }))
    .then(found => process.send?.(found))
    .catch(() => process.exit(1))
})
// A server that was killed leaves nobody to answer to.
process.on('disconnect', () => process.exit(0))
