/** Pages 页号 that one member takes in its volume, both ends included. */
export interface PageRun {
  readonly from: number
  readonly to: number
}

/**
 * Lets the pages of a volume run on from 1 through its members in their order (S1.3). What has no page takes none; from the first
 * member whose pages nobody has counted there is no run, for what follows cannot be known.
 */
export function runPages(pages: readonly (number | null)[]): (PageRun | null)[] {
  let last: number | null = 0
  return pages.map(count => {
    if (last === null || count === null) {
      last = null
      return null
    }
    const from: number = last + 1
    last += count
    return count === 0 ? null : { from, to: last }
  })
}
