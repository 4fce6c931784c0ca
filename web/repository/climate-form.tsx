import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '../../client/client.ts'
import { excesses, excessesOf } from '../../domain/repository/climate.ts'
import { useLanguage } from '../language.ts'
import { issueOf } from '../organisation/field-issue.ts'
import { TextField } from '../organisation/text-field.tsx'
import { DeskForm } from '../pieces/desk-form.tsx'
import { notify } from '../pieces/notices.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { StatusTag } from '../pieces/status-tag.tsx'
import { climateQuery, refreshClimate } from './climate-queries.ts'

interface ClimateFormProps {
  locationId: string
  month: string
}

const figure = (text: string): number | undefined =>
  /^-?\d+([.．]\d)?$/.test(text.trim()) ? Number(text.trim().replace('．', '.')) : undefined

/** Two figures as they stand on the instrument; what is out of the limits is said while one types, and asks what was done. */
export function ClimateForm({ locationId, month }: ClimateFormProps) {
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  const carrier = useQuery(climateQuery(locationId, month)).data?.carrier ?? 'paper'
  const [temperature, setTemperature] = useState('')
  const [humidity, setHumidity] = useState('')
  const [measure, setMeasure] = useState('')
  const [degrees, percent] = [figure(temperature), figure(humidity)]
  const whole = degrees !== undefined && percent !== undefined
  const exceeded = whole ? excessesOf({ temperature: degrees, humidity: percent }, carrier) : []
  const sending = useMutation({
    mutationFn: () =>
      client.tell('climate.record', { locationId, temperature: degrees ?? 0, humidity: percent ?? 0, measure }),
    onSuccess: async () => {
      notify(t({ zh: `已记 ${temperature} ℃、${humidity} %`, en: `Noted ${temperature} °C, ${humidity} %` }))
      setTemperature('')
      setHumidity('')
      setMeasure('')
      await refreshClimate(queryClient)
    },
  })
  const asksMeasure = exceeded.length > 0 || sending.error !== null
  return (
    <DeskForm className="climate-form" onSend={() => whole && !sending.isPending && sending.mutate()}>
      <TextField
        label={t({ zh: '温度（℃）', en: 'Temperature (°C)' })}
        required
        value={temperature}
        onChange={setTemperature}
        error={issueOf(sending.error, 'temperature')}
      />
      <TextField
        label={t({ zh: '湿度（%）', en: 'Humidity (%)' })}
        required
        value={humidity}
        onChange={setHumidity}
        error={issueOf(sending.error, 'humidity')}
      />
      {asksMeasure && (
        <TextField
          label={t({ zh: '处理措施', en: 'Measure taken' })}
          required
          maxLength={300}
          value={measure}
          onChange={setMeasure}
          hint={t({ zh: '如：开空调、开除湿机、关窗', en: 'such as: air conditioning on, windows closed' })}
        />
      )}
      <button
        type="submit"
        className="button button-seal"
        disabled={!whole || (exceeded.length > 0 && !measure.trim())}
      >
        {t({ zh: '记录', en: 'Note it' })}
      </button>
      <p role="status">
        {exceeded.map(code => (
          <StatusTag key={code} tone="late">
            {t({ zh: excesses[code].title, en: excesses[code].titleEn })}
          </StatusTag>
        ))}
      </p>
      <RefusalNotice error={sending.error} />
    </DeskForm>
  )
}
