import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '../../client/client.ts'
import { assertTemplateFits, exampleCode, shippedTemplates, templateOf } from '../../domain/holdings/numbering/index.ts'
import type { KindDefinition } from '../../domain/kinds/index.ts'
import { fillIn, Refusal } from '../../domain/shared/refusal.ts'
import { type Language, useLanguage } from '../language.ts'
import { FormField } from '../pieces/form-field.tsx'
import { notify } from '../pieces/notices.tsx'
import { explain } from '../pieces/refusal-notice.tsx'
import { type Fonds, fondsQuery } from '../search/classification.ts'
import { useMayAny } from '../session.ts'
import { useRefreshKinds } from './kinds.ts'

/** The template of archival codes 档号 that each fonds uses for a kind, with the code it makes. */
export function CodeTemplates({ kind }: { kind: KindDefinition }) {
  const { t } = useLanguage()
  const { data } = useQuery(fondsQuery)
  return (
    <section className="kinds">
      <header>
        <h2>{t({ zh: '档号', en: 'Archival codes' })}</h2>
      </header>
      <p className="faint small">
        {t({
          zh: '各全宗可以自选模板。已经编好的档号不变，以后编的按新模板。',
          en: 'Each fonds may choose its own template. Codes given already stay; the next ones follow the new template.',
        })}
      </p>
      {data?.fonds.map(fonds => (
        <FondsTemplate key={fonds.id} fonds={fonds} kind={kind} />
      ))}
    </section>
  )
}

/** The example a template gives, or what is wrong with it in words. */
function tried(template: string, fonds: Fonds, kind: KindDefinition, language: Language) {
  try {
    const parsed = templateOf(template)
    assertTemplateFits(parsed, kind)
    return { example: exampleCode(parsed, fonds.code, kind), wrong: undefined }
  } catch (reason) {
    if (!(reason instanceof Refusal)) throw reason
    return { example: undefined, wrong: fillIn(reason.text, reason.params, language) }
  }
}

const own = 'own'

function FondsTemplate({ fonds, kind }: { fonds: Fonds; kind: KindDefinition }) {
  const { language, t } = useLanguage()
  const mayAny = useMayAny()
  const refresh = useRefreshKinds()
  const chosen = fonds.codeTemplates[kind.code] ?? ''
  const isNamed = (name: string) => name === '' || Object.hasOwn(shippedTemplates, name)
  const [choice, setChoice] = useState(isNamed(chosen) ? chosen : own)
  const [text, setText] = useState(isNamed(chosen) ? '' : chosen)
  const [error, setError] = useState<unknown>(null)
  const template = choice === own ? text.trim() : choice
  const { example, wrong } = tried(template || (choice === own ? '' : kind.codePattern), fonds, kind, language)
  const may = mayAny(['fonds.choose-template']) && fonds.closedAt === null
  const choose = () =>
    client
      .tell('fonds.choose-template', { fondsId: fonds.id, kind: kind.code, template: template || null })
      .then(answer => {
        setError(null)
        notify(t({ zh: `以后编号如 ${answer.example}`, en: `Codes will be like ${answer.example}` }))
        return refresh()
      })
      .catch(setError)
  return (
    <div className="fonds-template">
      <FormField label={`${fonds.code} ${fonds.name}`}>
        {control => (
          <select
            {...control}
            className="input"
            disabled={!may}
            value={choice}
            onChange={event => {
              if (event.target.value === own && text === '') setText(writtenOut(template || kind.codePattern))
              setChoice(event.target.value)
            }}
          >
            <option value="">
              {t({ zh: `门类默认（${kind.codePattern}）`, en: `That of the kind (${kind.codePattern})` })}
            </option>
            {Object.entries(shippedTemplates).map(([name, { title, titleEn }]) => (
              <option key={name} value={name}>
                {name} {t({ zh: title, en: titleEn })}
              </option>
            ))}
            <option value={own}>{t({ zh: '自己写', en: 'Written out' })}</option>
          </select>
        )}
      </FormField>
      {choice === own && (
        <FormField label={t({ zh: '模板', en: 'Template' })} required>
          {control => (
            <input
              {...control}
              className="input"
              spellCheck={false}
              disabled={!may}
              value={text}
              onChange={event => setText(event.target.value)}
            />
          )}
        </FormField>
      )}
      <p className="fonds-template-example" role="status">
        {wrong ?? (
          <>
            {t({ zh: '编出来如', en: 'Gives' })} <code>{example}</code>
          </>
        )}
        {error !== null && <span className="form-field-error">{explain(error)}</span>}
      </p>
      {may && template !== chosen && !wrong && (
        <button type="button" className="button" onClick={() => void choose()}>
          {t({ zh: '选定', en: 'Choose' })}
        </button>
      )}
    </div>
  )
}

const writtenOut = (name: string): string =>
  Object.entries(shippedTemplates).find(([id]) => id === name)?.[1].template ?? name
