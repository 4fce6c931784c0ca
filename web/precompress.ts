import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const compressible = /\.(css|js|json|mjs|svg|txt|wasm)$/
const worthwhileBytes = 1024

/** Writes `.gz` and `.br` beside each built asset; pages themselves are left out, because every answer carries its own nonce. */
export function precompress(): Plugin {
  let folder = ''
  return {
    name: 'precompress',
    apply: 'build',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir)
    },
    async closeBundle() {
      const names = await readdir(folder, { recursive: true })
      for (const path of names.filter(name => compressible.test(name)).map(name => join(folder, name))) {
        if ((await stat(path)).size < worthwhileBytes) continue
        const bytes = await readFile(path)
        await writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }))
        await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes))
      }
    },
  }
}
