import { writeFile } from 'node:fs/promises'
import bwipjs from 'bwip-js/node'

/** Films a printed code as a camera would see it, in the plain format that Chromium takes for a camera's picture (YUV4MPEG2). */
export async function filmCode(path: string, text: string): Promise<void> {
  const [width, height] = [640, 480]
  const [symbol] = bwipjs.raw({ bcid: 'qrcode', text })
  if (!symbol || !('pixs' in symbol)) throw new Error('no code was drawn')
  const { pixs, pixx } = symbol
  const scale = Math.floor(360 / pixx)
  const [left, top] = [Math.floor((width - pixx * scale) / 2), Math.floor((height - pixx * scale) / 2)]
  const luma = Buffer.alloc(width * height, 235)
  for (let y = 0; y < pixx * scale; y++)
    for (let x = 0; x < pixx * scale; x++)
      if (pixs[Math.floor(y / scale) * pixx + Math.floor(x / scale)]) luma[(top + y) * width + left + x] = 16
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, Buffer.alloc((width * height) / 2, 128)])
  await writeFile(
    path,
    Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F5:1 Ip A1:1 C420jpeg\n`), frame, frame]),
  )
}
