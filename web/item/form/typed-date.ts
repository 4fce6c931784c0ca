const parts = [
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
  /^(?<year>\d{4})[-/.年](?<month>\d{1,2})[-/.月](?<day>\d{1,2})日?$/,
  /^(?<month>\d{1,2})[-/.月](?<day>\d{1,2})日?$/,
  /^(?<month>\d{2})(?<day>\d{2})$/,
]

/**
 * Reads a date as clerks type it – `20261123`, `2026.11.23`, `2026年11月23日`, or without the year `1123`, `11-23` – and writes it as
 * `2026-11-23`; what is no date stays as it was typed.
 */
export function readTypedDate(typed: string, today: string): string {
  const plain = typed.normalize('NFKC').replace(/\s/g, '')
  for (const form of parts) {
    const { year = today.slice(0, 4), month = '', day = '' } = form.exec(plain)?.groups ?? {}
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    if (month && isDate(date)) return date
  }
  return plain
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}
