/** Thicknesses 盒脊厚度 of a box of paper in millimetres that a room has in stock. */
export const boxThicknesses = [20, 30, 40, 50] as const

/** Every thickness a box may have: those of volumes and large boxes too. */
export const allThicknesses = [10, 15, 20, 30, 40, 50, 60] as const
export type BoxThickness = (typeof allThicknesses)[number]

/** Millimetres that 100 pages of ordinary paper take when they lie flat. */
export const usualMmPer100 = 10

/** Room in millimetres that pages take. */
export const roomFor = (pages: number, mmPer100 = usualMmPer100): number => (pages * mmPer100) / 100

/** Something that goes into a box as a whole: an item, or a volume with all its pages. */
export interface Boxable {
  readonly id: string
  readonly pages: number
}

/**
 * How many of these, in the order of their codes, still go into a box where some pages lie already (S5.6). The first goes into an
 * empty box however thick it is.
 */
export function fitting(
  list: readonly Boxable[],
  box: { mm: number; pages: number },
  mmPer100 = usualMmPer100,
): number {
  let pages = box.pages
  for (const [at, { pages: more }] of list.entries()) {
    if (roomFor(pages + more, mmPer100) > box.mm && pages + at > 0) return at
    pages += more
  }
  return list.length
}

/** Thickness proposed for what is to be boxed next: the thinnest that takes all of it, else the thickest. */
export function proposeThickness(list: readonly Boxable[], mmPer100 = usualMmPer100): BoxThickness {
  const room = roomFor(
    list.reduce((sum, { pages }) => sum + pages, 0),
    mmPer100,
  )
  return boxThicknesses.find(mm => room <= mm) ?? 50
}
