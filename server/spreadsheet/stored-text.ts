/** What Excel can hold in a cell. */
const CELL_CHARACTERS = 32_767

/** Cut to what a cell can hold; `_x0041_` would be read back as `A` and is written so that it is not. */
export function storedText(text: string): string {
  const whole = text.length > CELL_CHARACTERS ? `${text.slice(0, CELL_CHARACTERS - 1)}…` : text
  return whole.toWellFormed().replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_')
}
