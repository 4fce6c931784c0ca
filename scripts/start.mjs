import { become, ensureInstalled, ensureWebBuilt, node24 } from './runtime.mjs'

ensureInstalled()
const node = node24()
ensureWebBuilt(node)
become(node, ['server/main.ts', ...process.argv.slice(2)])
