import { become, ensureInstalled, node24 } from './runtime.mjs'

ensureInstalled()
become(node24(), ['tests/bench/main.ts', ...process.argv.slice(2)])
