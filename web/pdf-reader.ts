import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
const parts = [
  { from: 'build', to: '', named: /^pdf\.worker\.min\.mjs$/ },
  { from: 'cmaps', to: 'cmaps/', named: /\.bcmap$/ },
  { from: 'standard_fonts', to: 'standard_fonts/', named: /\.(pfb|ttf)$/ },
  { from: 'wasm', to: 'wasm/', named: /_nowasm_fallback\.js$/ },
] as const

/**
 * Puts what the PDF reader fetches by name – worker, Chinese character maps, substitute fonts, decoders of scans – under
 * `assets/pdfjs-<version>/`, so that nothing is fetched from elsewhere and browsers keep it until the version changes.
 */
export function pdfReader(): Plugin {
  const files = new Map<string, string>()
  return {
    name: 'pdf-reader',
    async buildStart() {
      const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
      for (const { from, to, named } of parts) {
        for (const name of (await readdir(join(root, from))).filter(file => named.test(file)))
          files.set(`assets/pdfjs-${version}/${to}${name}`, join(root, from, name))
      }
    },
    async generateBundle() {
      for (const [fileName, path] of files) this.emitFile({ type: 'asset', fileName, source: await readFile(path) })
    },
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const path = files.get((request.url ?? '').slice(1))
        if (!path) return next()
        if (/js$/.test(path)) response.setHeader('Content-Type', 'text/javascript')
        readFile(path).then(bytes => response.end(bytes), next)
      })
    },
  }
}
