/**
 * Secrecy levels 密级, from open to closed. `rank` orders them (gaps leave room for levels between) and is what the database stores;
 * a person sees what is ranked at or below their clearance.
 */
export const secrecyLevels = {
  public: { rank: 0, title: '公开', titleEn: 'Public' },
  internal: { rank: 10, title: '内部', titleEn: 'Internal' },
  'trade-secret': { rank: 20, title: '普通商密', titleEn: 'Trade secret' },
  'core-secret': { rank: 30, title: '核心商密', titleEn: 'Core trade secret' },
} as const

export type Secrecy = keyof typeof secrecyLevels
export const secrecyCodes = Object.keys(secrecyLevels) as [Secrecy, ...Secrecy[]]

/** Rank of a level as the database keeps it. */
export const rankOf = (secrecy: Secrecy): number => secrecyLevels[secrecy].rank

/** Level of a stored rank; an unknown rank reads as the most closed level, so that a mistake never opens anything. */
export function secrecyOf(rank: number): Secrecy {
  return secrecyCodes.find(code => secrecyLevels[code].rank === rank) ?? 'core-secret'
}
