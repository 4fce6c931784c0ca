import { createReadStream } from 'node:fs'

const lineFeed = 0x0a

/**
 * The lines of a UTF-8 file of any size, ended by a line feed and nothing else: the line and paragraph separators that JSON leaves as
 * they are inside a text do not end one.
 */
export async function* readLines(path: string): AsyncGenerator<string> {
  let pieces: Buffer[] = []
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    let from = 0
    for (let at = chunk.indexOf(lineFeed); at >= 0; at = chunk.indexOf(lineFeed, from)) {
      yield Buffer.concat([...pieces, chunk.subarray(from, at)]).toString()
      pieces = []
      from = at + 1
    }
    if (from < chunk.length) pieces.push(chunk.subarray(from))
  }
  if (pieces.length > 0) yield Buffer.concat(pieces).toString()
}
