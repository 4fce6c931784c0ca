import { readFileSync } from 'node:fs'

/** Prints one line over several reports of the test runner: `120 passed, 0 failed`; a run without a single test is a failure. */
const reports = process.argv.slice(2).map(file => JSON.parse(readFileSync(file, 'utf8')))
const sum = key => reports.reduce((total, report) => total + report[key], 0)
const passed = sum('numPassedTests')
// A file that could not be loaded has no failed test in it, but fails all the same.
const brokenFiles = reports
  .flatMap(report => report.testResults)
  .filter(file => file.status === 'failed' && file.assertionResults.length === 0).length
const failed = sum('numFailedTests') + brokenFiles
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed > 0 || passed === 0 ? 1 : 0)
