import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { client } from '../../client/client.ts'
import { today } from '../dates.ts'
import { useLanguage } from '../language.ts'
import { NotPermitted } from '../organisation/not-permitted.tsx'
import { Empty } from '../pieces/empty.tsx'
import { FormField } from '../pieces/form-field.tsx'
import { Page } from '../pieces/page.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { useMayAny } from '../session.ts'
import { ClimateForm } from './climate-form.tsx'
import { ClimateReadings } from './climate-readings.tsx'
import { CarrierChoice, LoggerFile } from './climate-room.tsx'
import { roomsQuery } from './queries.ts'
import { RepositoryTabs } from './repository-tabs.tsx'
import './repository.css'

/** The climate 温湿度 of a room, month by month: note it, take in a logger's file, say what was done, print the sheet. */
export function ClimatePage() {
  const { t } = useLanguage()
  const may = useMayAny()(['climate.list'])
  const rooms = useQuery({ ...roomsQuery, enabled: may })
  const title = t({ zh: '库房', en: 'Repository' })
  if (!may)
    return (
      <Page title={title}>
        <NotPermitted permission="climate.list" />
      </Page>
    )
  return (
    <Page title={title}>
      <RepositoryTabs />
      <RefusalNotice error={rooms.error} />
      {rooms.data?.length === 0 && (
        <Empty
          title={t({ zh: '还没有库房', en: 'There is no room yet' })}
          hint={t({ zh: '先在“平面”里建库房。', en: 'Build a room under Plan first.' })}
        />
      )}
      {rooms.data && rooms.data.length > 0 && <Month />}
    </Page>
  )
}

function Month() {
  const { t } = useLanguage()
  const mayAny = useMayAny()
  const rooms = useQuery(roomsQuery).data ?? []
  const asked = useSearch({ from: '/shell/repository/climate' })
  const navigate = useNavigate({ from: '/repository/climate' })
  const month = asked.month ?? today().slice(0, 7)
  const locationId = rooms.find(({ id }) => id === asked.room)?.id ?? rooms[0]?.id ?? ''
  const go = (search: { room?: string; month?: string }) =>
    void navigate({ search: { room: locationId, month, ...search }, replace: true })
  const url = (form: 'pdf' | 'excel') => client.fileUrl('climate.print', { locationId, month, form })
  return (
    <>
      <div className="climate-choice">
        <FormField label={t({ zh: '库房', en: 'Room' })}>
          {control => (
            <select
              {...control}
              className="input"
              value={locationId}
              onChange={event => go({ room: event.target.value })}
            >
              {rooms.map(({ id, code, name }) => (
                <option key={id} value={id}>
                  {code} {name}
                </option>
              ))}
            </select>
          )}
        </FormField>
        <FormField label={t({ zh: '月份', en: 'Month' })}>
          {control => (
            <input
              {...control}
              type="month"
              className="input"
              value={month}
              max={today().slice(0, 7)}
              onChange={event => event.target.value && go({ month: event.target.value })}
            />
          )}
        </FormField>
        <CarrierChoice key={locationId} locationId={locationId} month={month} />
        {mayAny(['climate.print']) && (
          <span className="climate-files">
            <a className="button" href={url('pdf')} target="_blank" rel="noreferrer">
              {t({ zh: '温湿度记录表', en: 'Monthly sheet' })}
            </a>
            <a className="button" href={url('excel')}>
              Excel
            </a>
            {mayAny(['climate.import']) && <LoggerFile locationId={locationId} />}
          </span>
        )}
      </div>
      {mayAny(['climate.record']) && <ClimateForm key={locationId} locationId={locationId} month={month} />}
      <ClimateReadings locationId={locationId} month={month} />
    </>
  )
}
