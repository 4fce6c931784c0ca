import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useLanguage, type Wording } from '../language.ts'
import { CodeBlock } from './code-block.tsx'

const statuses = [
  { code: '400', zh: '请求不是有效的 JSON 或 UTF-8', en: 'Not valid JSON or UTF-8' },
  { code: '401', zh: '没有登录，或令牌过期、已撤销', en: 'Not signed in, or the token has expired or was revoked' },
  { code: '403', zh: '没有权限', en: 'No permission' },
  { code: '404', zh: '没有，或您看不到', en: 'Not there, or not for you to see' },
  {
    code: '409',
    zh: '与现状或规则冲突，例如别人已经改过',
    en: 'Conflicts with how things stand or with a rule, e.g. somebody else changed it',
  },
  { code: '413', zh: '请求内容太大', en: 'The request is too large' },
  { code: '422', zh: '内容有误，issues 逐项说明', en: 'Something in it is wrong; issues says what' },
  { code: '429', zh: '太频繁，按 Retry-After 等待', en: 'Too many; wait as Retry-After says' },
  { code: '503', zh: '服务器忙或正在停止，没有执行', en: 'The server is busy or stopping; nothing was done' },
] as const

/** How to call the API: token, call, idempotency, dry run, pages, errors, files. */
export function Introduction() {
  const { t } = useLanguage()
  return (
    <article className="api-operation">
      <h2>{t({ zh: '怎样调用', en: 'How to call' })}</h2>
      <Part title={t({ zh: '一、取得令牌', en: '1. Get a token' })}>
        <p>
          {t({ zh: '在', en: 'Create one under' })}{' '}
          <Link to="/me/tokens">{t({ zh: '访问令牌', en: 'My tokens' })}</Link>
          {t({
            zh: ' 页建一个，可以只给部分权限。令牌只显示一次，随时可以撤销；停用账号时一并失效。',
            en: ', with all of your rights or only some. It is shown once, can be revoked at any time, and ends with the account.',
          })}
        </p>
      </Part>
      <Part title={t({ zh: '二、调用', en: '2. Call' })}>
        <p>
          {t({
            zh: '命令用 POST，内容是 JSON；查询用 GET，参数写在地址里，列表就把同一个名字写几遍。回答都是 JSON，文件除外。',
            en: 'Commands are POST with a JSON body; questions are GET with parameters in the address, a list by repeating its name. Answers are JSON, except files.',
          })}
        </p>
        <CodeBlock
          text={`export LANTAI_TOKEN=…\ncurl ${location.origin}/api/session.me \\\n  -H "Authorization: Bearer $LANTAI_TOKEN"`}
        />
      </Part>
      {manners.map(({ title, says }) => (
        <Part key={title.en} title={t(title)}>
          <p>{t(says)}</p>
        </Part>
      ))}
      <Refused />
      <Part title={t({ zh: '七、文件', en: '7. Files' })}>
        <p>
          {t({
            zh: '上传用断点续传协议 tus 1.0，地址是 /upload；传完的编号交给“登记”或“加入电子文件”。下载先用“查看电子文件”取得一次性地址，这一步会留下审计记录。',
            en: 'Uploads speak the resumable protocol tus 1.0 at /upload; the id of a finished one goes to “Register” or “Attach files”. To download, “Open a file” gives an address for a while and leaves a trace.',
          })}
        </p>
      </Part>
    </article>
  )
}

const manners: readonly { readonly title: Wording; readonly says: Wording }[] = [
  {
    title: { zh: '三、重发不重做', en: '3. Sending twice acts once' },
    says: {
      zh: '命令带上 Idempotency-Key（自己取的、不重复的文字）。断线后用同一个键、同样的内容再发，得到第一次的回答，不会做两遍；同一个键换了内容会被拒绝（409）。',
      en: 'Send a command with an Idempotency-Key, a unique text of your own. Sent again with the same key and body after a broken line it gives the first answer and acts once; the same key with another body is refused (409).',
    },
  },
  {
    title: { zh: '四、试运行', en: '4. Dry run' },
    says: {
      zh: '命令带上 Lantai-Dry-Run: true，照样检查和计算，回答 output 和将要记下的 events，然后全部撤回，什么都不改。',
      en: 'With Lantai-Dry-Run: true a command checks and computes as always, answers its output and the events it would leave, and takes everything back.',
    },
  },
  {
    title: { zh: '五、翻页', en: '5. Pages' },
    says: {
      zh: '列表一次最多 200 条（limit）。回答里的 next 不是 null 时，把它作为 after 再取，就是下一页。',
      en: 'A list gives at most 200 rows (limit). While next is not null, ask again with it as after for the next page.',
    },
  },
]

function Refused() {
  const { t } = useLanguage()
  const example = {
    code: 'input.invalid',
    message: t({ zh: '有 1 处需要改正，其余内容都保留着。', en: '1 things need correcting; all else is kept.' }),
    params: { count: 1 },
    issues: [{ field: 'name', message: t({ zh: '名称不能为空', en: 'Name must not be empty' }) }],
    requestId: '…',
  }
  return (
    <Part title={t({ zh: '六、被拒绝时', en: '6. When refused' })}>
      <p>
        {t({
          zh: '回答总是同一个样子：code 供程序判断，message 给人看，rule 是依据的规则，issues 是每一处错误，requestId 可用来查审计记录。语言按 Accept-Language（zh 或 en）。',
          en: 'The answer always has one form: code for programs, message for people, rule behind it, issues one by one, and requestId to find it in the trail. Its language follows Accept-Language (zh or en).',
        })}
      </p>
      <CodeBlock text={JSON.stringify(example, null, 2)} />
      <table className="api-statuses">
        <tbody>
          {statuses.map(({ code, ...says }) => (
            <tr key={code}>
              <th scope="row" className="tabular">
                {code}
              </th>
              <td>{t(says)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  )
}
