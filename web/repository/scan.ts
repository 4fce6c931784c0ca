/** A place, or a thing with where it stands, as the server knew what was scanned. */
export type Scanned =
  | { readonly is: 'place'; readonly id: string; readonly code: string; readonly level: string }
  | { readonly is: 'thing'; readonly id: string; readonly code: string; readonly standsAt: string | null }

/** Where scanning stands: the place that things go into, or a thing that waits for its place. */
export interface Desk {
  readonly target: { readonly id: string; readonly code: string } | null
  readonly waiting: { readonly id: string; readonly code: string; readonly standsAt: string | null } | null
}

/** What is to be done about a scan. */
export type Act =
  | { readonly do: 'put'; readonly thingId: string; readonly locationId: string; readonly from: string | null }
  | { readonly do: 'propose'; readonly thingId: string }
  | { readonly do: 'none' }

export const emptyDesk: Desk = { target: null, waiting: null }

/** Place first and then boxes one after the other; or a box first, which then waits for its place (S14.1 proposes one). */
export function takeScan(desk: Desk, scan: Scanned): { desk: Desk; act: Act } {
  if (scan.is === 'place') {
    const target = { id: scan.id, code: scan.code }
    if (desk.waiting === null) return { desk: { target, waiting: null }, act: { do: 'none' } }
    const { id, standsAt } = desk.waiting
    return { desk: emptyDesk, act: { do: 'put', thingId: id, locationId: scan.id, from: standsAt } }
  }
  const { id, code, standsAt } = scan
  if (desk.target) return { desk, act: { do: 'put', thingId: id, locationId: desk.target.id, from: standsAt } }
  return { desk: { target: null, waiting: { id, code, standsAt } }, act: { do: 'propose', thingId: id } }
}
