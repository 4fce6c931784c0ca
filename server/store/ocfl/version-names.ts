import { type Finding, finding } from './findings.ts'

/** The number in a version name (`v3` and `v003` are 3), or undefined when it is none. */
export function versionNumber(name: string): number | undefined {
  return /^v0*[1-9]\d*$/.test(name) ? Number(name.slice(1)) : undefined
}

/** Version names by rising number; names that are none are left out. */
export function sortedVersions(names: Iterable<string>): string[] {
  return [...names]
    .filter(name => versionNumber(name) !== undefined)
    .sort((a, b) => versionNumber(a)! - versionNumber(b)!)
}

/** Judges names as a sequence v1, v2, … without gaps and with one way of padding. */
export function judgeVersionNames(names: readonly string[], at: string): Finding[] {
  const findings = names.filter(name => versionNumber(name) === undefined).map(name => finding('E104', `${at}${name}`))
  const sorted = sortedVersions(names)
  const [first, ...later] = sorted
  if (first === undefined) return [...findings, finding('E008', at)]
  if (versionNumber(first) !== 1) findings.push(finding('E009', `${at}${first}`))
  sorted.forEach((name, i) => {
    const before = sorted[i - 1]
    if (before !== undefined && versionNumber(name) !== versionNumber(before)! + 1)
      findings.push(finding('E010', `${at}${name}`))
  })
  if (isPadded(first)) findings.push(finding('W001', at))
  for (const name of later) {
    if (isPadded(first) && !isPadded(name) && name.length === first.length) {
      findings.push(finding('E011', `${at}${name}`), finding('E013', `${at}${name}`))
    } else if (isPadded(first) !== isPadded(name) || (isPadded(first) && name.length !== first.length)) {
      findings.push(finding('E012', `${at}${name}`))
    }
  }
  return findings
}

const isPadded = (name: string) => name.startsWith('v0')
