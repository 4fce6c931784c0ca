import { roles } from '../../domain/access/roles.ts'
import { useLanguage, type Wording } from '../language.ts'
import { Icon } from '../pieces/icon.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { StatusTag } from '../pieces/status-tag.tsx'
import { useMayAny, useMe } from '../session.ts'
import { DeclareForm } from './declare-form.tsx'
import { holdersOf, officerRoles } from './officers.ts'
import { type Person, useEveryone } from './people.ts'
import { PersonLinks } from './person-links.tsx'
import { RuleLink } from './rule-link.tsx'
import './separation-view.css'

type Officer = (typeof officerRoles)[number]

const duties: Readonly<Record<Officer, { does: Wording; never: Wording }>> = {
  'system-administrator': {
    does: {
      zh: '建机构、建账号、重置口令、停用，看后台任务。',
      en: 'Creates units and accounts, resets passwords, disables, watches background work.',
    },
    never: { zh: '不授权，不看档案内容。', en: 'Grants no rights, reads no archives.' },
  },
  'security-officer': {
    does: {
      zh: '授予、撤销岗位，设定知悉范围，声明三员模式。',
      en: 'Grants and revokes posts, sets clearance, declares the mode.',
    },
    never: {
      zh: '不建账号，不看档案内容，不给自己授权。',
      en: 'Creates no accounts, reads no archives, grants nothing to themselves.',
    },
  },
  auditor: {
    does: { zh: '看审计记录，核验审计链，导出。', en: 'Reads the trail, checks and exports it.' },
    never: {
      zh: '什么都不能改，不看档案内容，不兼任何岗位。',
      en: 'Changes nothing, reads no archives, holds no other post.',
    },
  },
}

/** How the three administrators 三员 are kept apart, who they are, and the declaration of the mode. */
export function SeparationView() {
  const { t } = useLanguage()
  const mayAny = useMayAny()
  const everyone = useEveryone()
  const mixed = everyone.people.filter(({ dutyGroup, posts }) => dutyGroup === 'mixed' && posts.length > 0)
  return (
    <div className="separation">
      <ModeNotice mixed={mixed} />
      <RefusalNotice error={everyone.error} />
      <OfficersTable people={everyone.people} whole={everyone.whole} />
      {mayAny(['separation.declare']) ? (
        <DeclareForm mixed={mixed} />
      ) : (
        <p className="small faint">
          {t({ zh: '模式由安全保密员声明。', en: 'The mode is declared by the security officer.' })}
        </p>
      )}
    </div>
  )
}

function ModeNotice({ mixed }: { mixed: readonly Person[] }) {
  const { t } = useLanguage()
  const { separation } = useMe()
  const simplified = separation === 'simplified'
  return (
    <div className={`notice ${simplified ? 'notice-due' : 'notice-done'}`}>
      <Icon name={simplified ? 'warning' : 'check'} />
      <div>
        <p>
          <b>
            {simplified
              ? t({ zh: '现在是简化模式', en: 'Simplified mode' })
              : t({ zh: '现在是三员分立', en: 'The three administrators are kept apart' })}
          </b>
          <RuleLink rule="S17.4" />
        </p>
        <p>
          {simplified
            ? t({
                zh: '管理岗位和业务岗位可以由同一人担任，是人手不够时的降级办法；安全审计员仍然独立。每次声明都记入审计，审计页一直提示。',
                en: 'One person may hold administration and business posts, as a stopgap of a small firm; the auditor stays apart. Every declaration stands in the trail, and the audit page keeps saying so.',
              })
            : t({
                zh: '管理、审计、业务三类岗位，一个人只能有其中一类。管理员看不到档案内容。',
                en: 'Of administration, audit and business a person holds posts of one only. Administrators read no archives.',
              })}
        </p>
        {mixed.length > 0 && (
          <p>
            {t({ zh: '兼任管理与业务的：', en: 'Holding both: ' })}
            <PersonLinks people={mixed} />
          </p>
        )}
      </div>
    </div>
  )
}

const columns = {
  does: { zh: '做什么', en: 'Does' },
  never: { zh: '不能做什么', en: 'Never' },
  held: { zh: '现在是谁', en: 'Held by' },
}

function OfficersTable({ people, whole }: { people: readonly Person[]; whole: boolean }) {
  const { t } = useLanguage()
  return (
    <table className="officers-table">
      <thead>
        <tr>
          <th scope="col">{t({ zh: '三员', en: 'Administrator' })}</th>
          <th scope="col">{t(columns.does)}</th>
          <th scope="col">{t(columns.never)}</th>
          <th scope="col">{t(columns.held)}</th>
        </tr>
      </thead>
      <tbody>
        {officerRoles.map(code => {
          const holders = holdersOf(people, code)
          return (
            <tr key={code}>
              <th scope="row">{t({ zh: roles[code].title, en: roles[code].titleEn })}</th>
              <td data-title={t(columns.does)}>{t(duties[code].does)}</td>
              <td data-title={t(columns.never)}>{t(duties[code].never)}</td>
              <td data-title={t(columns.held)}>
                <PersonLinks people={holders} />
                {whole && <Staffed count={holders.length} />}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** Says when an office stands empty or hangs on one person. */
function Staffed({ count }: { count: number }) {
  const { t } = useLanguage()
  if (count > 1) return null
  return (
    <>
      {' '}
      <StatusTag tone={count === 0 ? 'late' : 'due'}>
        {count === 0
          ? t({ zh: '没有人能登录', en: 'Nobody can sign in' })
          : t({ zh: '只有一人，最好再设一名', en: 'One only; better have two' })}
      </StatusTag>
    </>
  )
}
