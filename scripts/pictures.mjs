// Takes the guide's pictures anew: the tour of the sample farm, in both languages, through the same door as `npm test`.
process.env.LANTAI_PICTURES = '1'
process.argv.push('tests/stories/tour')
await import('./test.mjs')
