import { become, ensureInstalled, node24 } from './runtime.mjs'

ensureInstalled()
become(node24(), ['scripts/generate.ts', ...process.argv.slice(2)])
