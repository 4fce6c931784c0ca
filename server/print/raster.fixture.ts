import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A page as a printer would put it on paper. */
export interface Raster {
  readonly width: number
  readonly height: number
  /** Red, green and blue of a dot, from 0 to 255. */
  readonly dot: (x: number, y: number) => readonly [number, number, number]
}

/** The pages of a PDF in dots, 150 to the inch unless said otherwise; null when there is no tool to make them. */
export function rasterise(pdf: Uint8Array, dpi = 150): Raster[] | null {
  const folder = mkdtempSync(join(tmpdir(), 'raster-'))
  try {
    writeFileSync(join(folder, 'page.pdf'), pdf)
    execFileSync('pdftoppm', ['-cropbox', '-r', String(dpi), join(folder, 'page.pdf'), join(folder, 'page')])
    return readdirSync(folder)
      .filter(name => name.endsWith('.ppm'))
      .sort()
      .map(name => pageOf(readFileSync(join(folder, name))))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function pageOf(bytes: Buffer): Raster {
  const [head, columns, rows] = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', 0, 40))!
  const dots = bytes.subarray(head.length)
  const width = Number(columns)
  return {
    width,
    height: Number(rows),
    dot: (x, y) => {
      const at = (y * width + x) * 3
      return [dots[at]!, dots[at + 1]!, dots[at + 2]!]
    },
  }
}
