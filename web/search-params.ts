type Search = Record<string, string | string[]>

/** Reads the address's query as plain text: `?q=2026&kind=a&kind=b` gives `{ q: '2026', kind: ['a', 'b'] }`. */
export function parseSearch(query: string): Search {
  const search: Search = {}
  const params = new URLSearchParams(query)
  for (const name of new Set(params.keys())) {
    const values = params.getAll(name)
    search[name] = values.length > 1 ? values : (values[0] ?? '')
  }
  return search
}

/** Writes the state of a page into the address, leaving out what is empty. */
export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') params.append(name, String(one))
    }
  }
  const query = params.toString()
  return query ? `?${query}` : ''
}

/** The named texts of an address, leaving out what is absent or empty: a route's `validateSearch`. */
export function texts<Name extends string>(
  search: Record<string, unknown>,
  ...names: Name[]
): { [Key in Name]?: string } {
  const found: { [Key in Name]?: string } = {}
  for (const name of names) {
    const value = search[name]
    if (typeof value === 'string' && value) found[name] = value
  }
  return found
}
