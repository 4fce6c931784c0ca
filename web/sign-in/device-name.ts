const browsers = { 'Edg/': 'Edge', 'Firefox/': 'Firefox', 'Chrome/': 'Chrome', 'Safari/': 'Safari' } as const
const systems = {
  Windows: 'Windows',
  Android: 'Android',
  iPhone: 'iPhone',
  iPad: 'iPad',
  'Mac OS': 'macOS',
  Linux: 'Linux',
} as const

const firstIn = (agent: string, names: Readonly<Record<string, string>>) =>
  Object.entries(names).find(([mark]) => agent.includes(mark))?.[1]

/** What one signs in with, as the list of sessions shows it: `Chrome · Windows`. */
export function deviceName(agent: string = navigator.userAgent): string {
  return [firstIn(agent, browsers), firstIn(agent, systems)].filter(Boolean).join(' · ')
}
