import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { client } from '../../client/client.ts'
import { today } from '../dates.ts'
import { useLanguage } from '../language.ts'
import { NotPermitted } from '../organisation/not-permitted.tsx'
import { FormField } from '../pieces/form-field.tsx'
import { Page } from '../pieces/page.tsx'
import { useMayAny } from '../session.ts'
import { PlaceLog } from './place-log.tsx'
import { RepositoryTabs } from './repository-tabs.tsx'
import { Visits } from './visits.tsx'
import './repository.css'

const registers = {
  in: { zh: '入库', en: 'In' },
  out: { zh: '出库', en: 'Out' },
  visits: { zh: '进库人员', en: 'Visitors' },
} as const

type RegisterName = keyof typeof registers
const names = Object.keys(registers) as RegisterName[]

/** The registers of the store by month: what came in, what went out, who was there. */
export function RegistersPage() {
  const { t } = useLanguage()
  const may = useMayAny()(['place.log'])
  const navigate = useNavigate({ from: '/repository/registers' })
  const asked = useSearch({ from: '/shell/repository/registers' })
  const month = asked.month ?? today().slice(0, 7)
  const register = names.find(name => name === asked.register) ?? 'in'
  const title = t({ zh: '库房', en: 'Repository' })
  if (!may)
    return (
      <Page title={title}>
        <NotPermitted permission="place.log" />
      </Page>
    )
  const url = (form: 'pdf' | 'excel') =>
    register === 'visits'
      ? client.fileUrl('visit.print', { month, form })
      : client.fileUrl('place.print-log', { direction: register, month, form })
  return (
    <Page title={title}>
      <RepositoryTabs />
      <div className="climate-choice">
        <FormField label={t({ zh: '月份', en: 'Month' })}>
          {control => (
            <input
              {...control}
              type="month"
              className="input"
              value={month}
              max={today().slice(0, 7)}
              onChange={event =>
                event.target.value && void navigate({ search: { register, month: event.target.value }, replace: true })
              }
            />
          )}
        </FormField>
        <span className="climate-files">
          <a className="button" href={url('pdf')} target="_blank" rel="noreferrer">
            {t({ zh: '打印登记簿', en: 'Print the register' })}
          </a>
          <a className="button" href={url('excel')}>
            Excel
          </a>
        </span>
      </div>
      <nav className="view-tabs" aria-label={t({ zh: '登记簿', en: 'Registers' })}>
        {names.map(name => (
          <Link
            key={name}
            to="/repository/registers"
            search={{ register: name, month }}
            className="view-tab"
            activeOptions={{ exact: true, includeSearch: true }}
            aria-current={name === register ? 'page' : undefined}
          >
            {t(registers[name])}
          </Link>
        ))}
      </nav>
      {register === 'visits' ? <Visits month={month} /> : <PlaceLog direction={register} month={month} />}
    </Page>
  )
}
