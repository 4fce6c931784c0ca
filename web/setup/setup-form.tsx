import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '../../client/client.ts'
import { useLanguage } from '../language.ts'
import { DeskForm, focusFirstWrong } from '../pieces/desk-form.tsx'
import { useDraft } from '../pieces/draft.ts'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { AdministratorStep } from './administrator-step.tsx'
import { OrganisationStep } from './organisation-step.tsx'
import { emptyEntry, issuesOf, type Passwords, type SetupEntry } from './setup-entry.ts'
import type { StepProps } from './step.tsx'
import { TemplateStep } from './template-step.tsx'

interface SetupFormProps {
  token: string
  onStarted: (started: { jobId: string | null }) => void
}

/** The three steps of the first run, checked field by field on leaving and all at once on sending. */
export function SetupForm({ token, onStarted }: SetupFormProps) {
  const { t } = useLanguage()
  const { value: entry, change, discard } = useDraft('setup', emptyEntry)
  const [passwords, setPasswords] = useState<Passwords>({ password: '', again: '' })
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [sent, setSent] = useState(false)
  const complete = useMutation({
    mutationFn: () => client.tell('setup.complete', commandOf(token, entry, passwords.password)),
    onSuccess: answer => {
      discard()
      onStarted(answer)
    },
  })
  const issues = issuesOf(entry, passwords)
  const shown = Object.entries(issues).filter(([field]) => sent || left.has(field))
  const step: StepProps = {
    entry,
    change,
    errors: Object.fromEntries(shown.map(([field, wording]) => [field, t(wording)])),
    onLeave: field => setLeft(before => new Set(before).add(field)),
  }

  const send = () => {
    setSent(true)
    if (Object.keys(issues).length > 0) focusFirstWrong()
    else complete.mutate()
  }
  return (
    <DeskForm className="setup-form" onSend={send}>
      <p className="setup-lead">
        {t({
          zh: '填好三处就能开始用。除全宗号外，以后都可以在设置里改。',
          en: 'Three things and you can begin. All but the fonds code can be changed later in the settings.',
        })}
      </p>
      <OrganisationStep {...step} />
      <TemplateStep {...step} />
      <AdministratorStep
        {...step}
        passwords={passwords}
        onPasswords={part => setPasswords({ ...passwords, ...part })}
      />
      <footer className="setup-foot">
        <RefusalNotice error={complete.error} />
        {sent && shown.length > 0 && (
          <p className="setup-count" role="alert">
            {t({
              zh: `还有 ${shown.length} 处要改正，已在上面标出。`,
              en: `${shown.length} to put right, marked above.`,
            })}
          </p>
        )}
        <button type="submit" className="button button-seal" disabled={complete.isPending}>
          {complete.isPending ? t({ zh: '正在启用…', en: 'Setting up…' }) : t({ zh: '启用', en: 'Set up' })}
        </button>
      </footer>
    </DeskForm>
  )
}

function commandOf(token: string, entry: SetupEntry, password: string) {
  const name = entry.name.trim()
  return {
    token,
    organisation: {
      name,
      fondsCode: entry.fondsCode,
      fondsName: entry.fondsName.trim() || name,
    },
    template: entry.template,
    administrator: { login: entry.login, name: entry.personName.trim(), password },
    separation: entry.separation,
    sample: entry.sample && entry.template === 'dairy',
  }
}
