/** Things that carry a printed mark 标识码, by the letter that opens it. */
const letters = { box: 'B', volume: 'V', item: 'I', loc: 'L', person: 'P' } as const

export type MarkedThing = keyof typeof letters

/**
 * Mark 标识码 of a thing as its label carries it in a QR code (S5.6), e.g. `B01K5…`: one letter and the 26 characters of its id, in
 * capitals, so that the code stays small and a scanner types it the same under any keyboard layout.
 */
export function markOf(id: string): string {
  const [prefix = '', rest = ''] = id.split('_')
  if (!isMarked(prefix)) throw new Error(`nothing of the form ${id} carries a mark`)
  return `${letters[prefix]}${rest}`.toUpperCase()
}

/** What a scanned or typed text marks: the thing and its id; undefined when it is no mark of ours. */
export function readMark(text: string): { thing: MarkedThing; id: string } | undefined {
  const [, letter = '', rest = ''] = /^([A-Z])([0-9A-HJKMNP-TV-Z]{26})$/.exec(text.trim().toUpperCase()) ?? []
  const thing = things.find(name => letters[name] === letter)
  return thing && { thing, id: `${thing}_${rest.toLowerCase()}` }
}

const things = Object.keys(letters).filter(isMarked)

function isMarked(name: string): name is MarkedThing {
  return Object.hasOwn(letters, name)
}
