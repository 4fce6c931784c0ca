import sharp from 'sharp'
import { makeJpeg } from '../../server/sample/files.ts'

/** A page as a scanner gives it: printed by Typst, laid a little askew, with the grain of paper and sensor. */
export async function scanOf(lines: readonly string[], { degrees = 0.8 } = {}): Promise<Buffer> {
  const paper = { width: 1240, height: 1754 }
  const noise = { type: 'gaussian', mean: 128, sigma: 20 } as const
  const grain = await sharp({ create: { ...paper, channels: 3, background: '#fff', noise } })
    .png()
    .toBuffer()
  return await sharp(makeJpeg({ ...paper, issuer: '青原奶牛场', documentNo: '牧发〔2026〕3号', lines }))
    .rotate(degrees, { background: '#fff' })
    .resize(paper.width, paper.height, { fit: 'fill' })
    .composite([{ input: grain, blend: 'soft-light' }])
    .png()
    .toBuffer()
}
