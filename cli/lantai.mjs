#!/usr/bin/env node
import { fileURLToPath } from 'node:url'
import { become, node24 } from '../scripts/runtime.mjs'

const program = fileURLToPath(new URL('main.ts', import.meta.url))
const node = node24()
// File names on the command line are meant from where the user stands, not from the project's folder.
if (node === process.execPath) await import('./main.ts')
else become(node, [program, ...process.argv.slice(2)], { cwd: process.cwd() })
