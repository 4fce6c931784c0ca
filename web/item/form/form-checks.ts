import { useState } from 'react'
import { useLanguage } from '../../language.ts'
import { focusFirstWrong } from '../../pieces/desk-form.tsx'
import type { FormIssues } from './form-issues.ts'

/** Which issues a form shows: those of fields that were left, and all of them once it was to be sent. */
export interface FormChecks {
  readonly errorAt: (path: string) => string | undefined
  /** A field that is passed by empty is not wrong yet: only sending says what is missing. */
  readonly leave: (path: string, filled: boolean) => void
  /** Shows every issue and goes to the first; true when there is none. */
  readonly pass: () => boolean
  /** Begins anew, for the next document. */
  readonly reset: () => void
}

/** Checks each field on leaving it, and all of them on sending. */
export function useFormChecks(issues: FormIssues): FormChecks {
  const { t } = useLanguage()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [sent, setSent] = useState(false)
  return {
    errorAt(path) {
      const issue = issues[path]
      return issue && (sent || left.has(path)) ? t(issue) : undefined
    },
    leave(path, filled) {
      if (filled) setLeft(before => new Set(before).add(path))
    },
    pass() {
      setSent(true)
      if (Object.keys(issues).length === 0) return true
      focusFirstWrong()
      return false
    },
    reset() {
      setLeft(new Set())
      setSent(false)
    },
  }
}
