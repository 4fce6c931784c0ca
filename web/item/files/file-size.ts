const units = ['B', 'KB', 'MB', 'GB'] as const

/** A file's size as a person reads it: `1.4 MB`. */
export function sizeOf(bytes: number): string {
  let size = bytes
  let unit = 0
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1024
    unit += 1
  }
  return `${size >= 100 || unit === 0 ? Math.round(size) : size.toFixed(1)} ${units[unit]}`
}
