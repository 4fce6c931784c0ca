import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { client } from '../../client/client.ts'
import { carrierCodes, carriers, isCarrier } from '../../domain/repository/climate.ts'
import { useLanguage } from '../language.ts'
import { FormField } from '../pieces/form-field.tsx'
import { notify } from '../pieces/notices.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { useMayAny } from '../session.ts'
import { climateQuery, refreshClimate } from './climate-queries.ts'

/** What the room keeps, and the limits that follow from it. */
export function CarrierChoice({ locationId, month }: { locationId: string; month: string }) {
  const { t } = useLanguage()
  const may = useMayAny()(['climate.set-carrier'])
  const queryClient = useQueryClient()
  const carrier = useQuery(climateQuery(locationId, month)).data?.carrier
  if (!carrier) return null
  const { temperature, humidity } = carriers[carrier]
  const limits = `${temperature.join('–')} ℃, ${humidity.join('–')} %`
  const set = async (code: string) => {
    if (!isCarrier(code)) return
    await client.tell('climate.set-carrier', { locationId, carrier: code })
    await refreshClimate(queryClient)
  }
  return (
    <FormField
      label={t({ zh: '载体', en: 'Keeps' })}
      hint={t({ zh: `要求 ${limits}（JGJ 25）`, en: `Limits ${limits} (JGJ 25)` })}
    >
      {control => (
        <select
          {...control}
          className="input"
          disabled={!may}
          value={carrier}
          onChange={event => void set(event.target.value)}
        >
          {carrierCodes.map(code => (
            <option key={code} value={code}>
              {t({ zh: carriers[code].title, en: carriers[code].titleEn })}
            </option>
          ))}
        </select>
      )}
    </FormField>
  )
}

/** Takes in the CSV of a logger. */
export function LoggerFile({ locationId }: { locationId: string }) {
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const sending = useMutation({
    mutationFn: async (file: File) =>
      client.tell('climate.import', { locationId, csv: textOf(await file.arrayBuffer()) }),
    onSuccess: async ({ added, known, exceeded }) => {
      notify(
        t({
          zh: `导入 ${added} 条，已有 ${known} 条，超限 ${exceeded} 条`,
          en: `${added} taken in, ${known} known already, ${exceeded} out of range`,
        }),
      )
      await refreshClimate(queryClient)
    },
  })
  return (
    <>
      <button type="button" className="button" disabled={sending.isPending} onClick={() => input.current?.click()}>
        {t({ zh: '导入记录仪 CSV', en: 'Take in a logger’s CSV' })}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.txt,text/csv"
        aria-label={t({ zh: '记录仪 CSV', en: 'CSV of a logger' })}
        onChange={event => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file) sending.mutate(file)
        }}
      />
      <RefusalNotice error={sending.error} />
    </>
  )
}

/** Loggers write UTF-8 or, in China, GB18030. */
function textOf(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
