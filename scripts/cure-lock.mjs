import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const lockPath = fileURLToPath(new URL('../package-lock.json', import.meta.url))

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32']
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64']
const libraries = { gnu: 'glibc', gnueabihf: 'glibc', musl: 'musl', musleabihf: 'musl' }

/**
 * Lists the optional platform packages that a lock's own entries ask for and the lock leaves out. npm drops those that its
 * registry could not show on the day of locking, and `npm ci` of npm 11 then refuses the whole lock.
 */
export function missingOptionals(lock) {
  return Object.entries(lock.packages).flatMap(([path, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name, range]) => !isLocked(lock, path, { name, range }))
      .map(([name, range]) => ({ path: beside(path, name), name, version: range, dev: entry.dev === true })),
  )
}

/** Adds what is missing to the lock in npm's order and drops what nobody asks for; answers the paths added. */
export function cureLock(lock) {
  const wanted = Object.entries(lock.packages).filter(([, entry]) => !entry.extraneous)
  lock.packages = Object.fromEntries(wanted)
  const missing = missingOptionals(lock)
  for (const { path, name, version, dev } of missing) {
    lock.packages[path] = { version, ...platformOf(name), ...(dev && { dev }), optional: true }
  }
  const byPath = ([a], [b]) => a.localeCompare(b, 'en')
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(byPath))
  return missing.map(({ path }) => path)
}

/** Whether the package that Node finds from `path` upwards is there, and is the very version where one is named. */
function isLocked(lock, path, { name, range }) {
  for (let folder = path; ; folder = parentOf(folder)) {
    const found = lock.packages[`${folder && `${folder}/`}node_modules/${name}`]
    if (found) return found.version === range || !/^\d/.test(range)
    if (folder === '') return false
  }
}

/** The place of a package in the same node_modules folder as the one at `path`. */
function beside(path, name) {
  const parent = parentOf(path)
  return `${parent && `${parent}/`}node_modules/${name}`
}

function parentOf(path) {
  return path.slice(0, Math.max(0, path.lastIndexOf('node_modules/') - 1))
}

/** Reads the platform out of a package's name, `…-linux-arm64-musl`; by it npm skips the package elsewhere. */
function platformOf(name) {
  const words = name.split(/[-/]/)
  const os = systems.find(system => words.includes(system))
  const cpu = processors.find(processor => words.includes(processor))
  if (!os || !cpu) throw new Error(`${name} does not say which platform it is for`)
  const library = words.map(word => libraries[word]).find(Boolean)
  return { cpu: [cpu], ...(library && { libc: [library] }), os: [os] }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lock = JSON.parse(readFileSync(lockPath, 'utf8'))
  const added = cureLock(lock)
  writeFileSync(lockPath, `${JSON.stringify(lock, null, 2)}\n`)
  console.log(`package-lock.json: ${added.length} optional platform entries added`)
}
