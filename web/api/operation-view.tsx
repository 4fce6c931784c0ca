import { type Permission, permissionTitles } from '../../domain/access/permissions.ts'
import { roleCodes, roles } from '../../domain/access/roles.ts'
import { useLanguage, type Wording } from '../language.ts'
import { RuleLink } from '../organisation/rule-link.tsx'
import { StatusTag } from '../pieces/status-tag.tsx'
import { useMe } from '../session.ts'
import { CodeBlock } from './code-block.tsx'
import type { ApiOperation } from './description.ts'
import { curlFor } from './example.ts'
import { FieldsTable } from './fields-table.tsx'
import { fieldsOf } from './schema.ts'

const kinds: Readonly<Record<ApiOperation['type'], Wording>> = {
  command: { zh: '命令，会改动数据并留下审计记录', en: 'A command: changes something and leaves a trace' },
  query: { zh: '查询，只读', en: 'A question: reads only' },
  file: { zh: '取文件，只读', en: 'A file to fetch: reads only' },
}

/** One operation: how it is called, who may, what goes in and what comes out. */
export function OperationView({ operation }: { operation: ApiOperation }) {
  const { t } = useLanguage()
  const { name, type, title, rules, input, output } = operation
  const fields = fieldsOf(input)
  const answers = output ? fieldsOf(output) : []
  return (
    <article className="api-operation">
      <header>
        <h2>{t(title)}</h2>
        <p className="api-route">
          <b>{type === 'command' ? 'POST' : 'GET'}</b> <code>/api/{name}</code>
        </p>
        <p className="small faint">
          {t(kinds[type])}
          {rules.map(rule => (
            <RuleLink key={rule} rule={rule} />
          ))}
        </p>
      </header>
      <Permitted operation={operation} />
      <section>
        <h3>
          {type === 'command'
            ? t({ zh: '请求内容（JSON）', en: 'Body (JSON)' })
            : t({ zh: '查询参数', en: 'Parameters' })}
        </h3>
        {fields.length > 0 ? (
          <FieldsTable caption={t({ zh: '请求的字段', en: 'Fields of the request' })} fields={fields} asks />
        ) : (
          <p className="faint">{t({ zh: '不需要参数。', en: 'Nothing is asked for.' })}</p>
        )}
      </section>
      <section>
        <h3>{t({ zh: '例子', en: 'Example' })}</h3>
        <CodeBlock text={curlFor(operation, location.origin)} />
      </section>
      {output === null ? (
        <p className="faint">{t({ zh: '回答是一个文件。', en: 'The answer is a file.' })}</p>
      ) : (
        <details>
          <summary>{t({ zh: `回答（${answers.length} 个字段）`, en: `Answer (${answers.length} fields)` })}</summary>
          <FieldsTable caption={t({ zh: '回答的字段', en: 'Fields of the answer' })} fields={answers} />
        </details>
      )}
    </article>
  )
}

const isPermission = (code: string): code is Permission => Object.hasOwn(permissionTitles, code)

/** Who may call it, and whether the person reading may. */
function Permitted({ operation: { permission } }: { operation: ApiOperation }) {
  const { t, language } = useLanguage()
  const held: readonly string[] = useMe().permissions
  if (permission === 'anyone')
    return <p>{t({ zh: '不必登录，任何人都可以调用。', en: 'Anybody may call it without signing in.' })}</p>
  if (permission === 'signed-in' || !isPermission(permission))
    return <p>{t({ zh: '登录的人都可以调用。', en: 'Everybody signed in may call it.' })}</p>
  const holders = roleCodes
    .filter(code => (roles[code].permissions as readonly Permission[]).includes(permission))
    .map(code => t({ zh: roles[code].title, en: roles[code].titleEn }))
  return (
    <p>
      {t({ zh: '需要权限', en: 'Needs the permission' })}{' '}
      <b>{t({ zh: permissionTitles[permission].title, en: permissionTitles[permission].titleEn })}</b>{' '}
      <code>{permission}</code>{' '}
      {held.includes(permission) ? (
        <StatusTag tone="done">{t({ zh: '您有', en: 'yours' })}</StatusTag>
      ) : (
        <StatusTag>{t({ zh: '您没有', en: 'not yours' })}</StatusTag>
      )}
      <br />
      <span className="small faint">
        {t({ zh: '有它的角色：', en: 'Roles that have it: ' })}
        {holders.join(language === 'zh' ? '、' : ', ')}
      </span>
    </p>
  )
}
