import type { ReactNode } from 'react'
import { useState } from 'react'
import { recall, remember } from '../device.ts'

/** A column of a list: its head, how a row fills it, and how it behaves. */
export interface Column<Row> {
  readonly key: string
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  /** Pixels; columns without share what is left. */
  readonly width?: number
  /** Figures stand at the end, with their unit in the head. */
  readonly align?: 'end'
  /** Stays in view when the table is scrolled sideways; frozen columns come first and have a width. */
  readonly frozen?: boolean
  /** Name of the order the server offers for this column. */
  readonly sort?: string
  /** Not shown until somebody chooses it. */
  readonly spare?: boolean
  /** A filter in the head: whether it narrows the list now, and the panel that sets it. */
  readonly filter?: { readonly active: boolean; readonly panel: (close: () => void) => ReactNode }
}

/** The order of a list. */
export interface Sort {
  readonly by: string
  readonly descending: boolean
}

export type Density = 'close' | 'roomy'

export interface TableChoice<Row> {
  readonly shown: readonly Column<Row>[]
  readonly isShown: (column: Column<Row>) => boolean
  readonly toggle: (column: Column<Row>) => void
  readonly density: Density
  readonly setDensity: (density: Density) => void
}

/** Which columns somebody wants to see and how close together; remembered on this device under the table's name. */
export function useTableChoice<Row>(name: string, columns: readonly Column<Row>[]): TableChoice<Row> {
  const [chosen, setChosen] = useState<Readonly<Record<string, boolean>>>(() => recall(`columns.${name}`) ?? {})
  const [density, setDensity] = useState<Density>(() => recall('density') ?? 'close')
  const isShown = (column: Column<Row>) => column.frozen || (chosen[column.key] ?? !column.spare)
  return {
    shown: columns.filter(isShown),
    isShown,
    toggle(column) {
      const next = { ...chosen, [column.key]: !isShown(column) }
      setChosen(next)
      remember(`columns.${name}`, next)
    },
    density,
    setDensity(next) {
      setDensity(next)
      remember('density', next)
    },
  }
}
