/** What may stand in a cell we write; a date column takes ISO days. */
export type CellValue = string | number | null | undefined

/** A column of a sheet we write. */
export interface SheetColumn {
  readonly key: string
  readonly title: string
  /** In widths of a digit; a Chinese character takes two. */
  readonly width: number
  /** Text stays text whatever it looks like: numbers, dates and formulas are never made of it. */
  readonly kind: 'text' | 'number' | 'date'
}

/** Rows of a sheet by column key, made as they are written. */
export type SheetRows =
  | Iterable<Readonly<Record<string, CellValue>>>
  | AsyncIterable<Readonly<Record<string, CellValue>>>

/** A sheet to write: its head stays in view, and is repeated on every page when it is printed on A4. */
export interface Sheet {
  readonly name: string
  readonly columns: readonly SheetColumn[]
  readonly rows: SheetRows
  /** Landscape unless said otherwise. */
  readonly orientation?: 'portrait' | 'landscape'
  /** Title above every printed page, and the line under it. */
  readonly heading?: string
  readonly subheading?: string
}

/** A row as it was read; empty rows are left out but counted. */
export interface ReadRow {
  /** Counted as the sheet counts, from 1. */
  readonly row: number
  /** Trimmed text, numbers, days and times in ISO form, null for an empty cell. */
  readonly cells: readonly (string | number | null)[]
  /** Positions in `cells`, from 0, whose value is the result of a formula. */
  readonly formulas: readonly number[]
}

/** A sheet as it was read. */
export interface ReadSheet {
  readonly name: string
  readonly rows: readonly ReadRow[]
}

/** How much a spreadsheet may hold before it is refused. */
export interface ReadLimits {
  /** MiB, unpacked. */
  readonly mib?: number
  /** Rows of one sheet, its head counted. */
  readonly rows?: number
}
