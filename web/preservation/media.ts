import type { Output } from '../../client/client.ts'

export type Medium = Output<'medium.list'>['media'][number]

/** Fonds and number of a medium, as it is written on it. */
export const numberOf = ({ fonds, number }: Pick<Medium, 'fonds' | 'number'>): string =>
  `${fonds}-${String(number).padStart(4, '0')}`
