interface Lock {
  packages: Record<string, object>
}

export function missingOptionals(lock: Lock): { path: string; name: string; version: string; dev: boolean }[]
export function cureLock(lock: Lock): string[]
