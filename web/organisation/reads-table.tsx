import { roleCodes, roles } from '../../domain/access/roles.ts'
import { useLanguage } from '../language.ts'
import { groupWords, readsOfRole } from './role-words.ts'
import { ScrollPane } from './scroll-pane.tsx'

/** One line per role: whose archives of which kinds, in which state and how secret, its posts let their holder read. */
export function ReadsTable() {
  const { t } = useLanguage()
  const heads = [
    { zh: '角色', en: 'Role' },
    { zh: '职责', en: 'Duty' },
    { zh: '机构', en: 'Units' },
    { zh: '门类', en: 'Kinds' },
    { zh: '状态', en: 'State' },
    { zh: '密级', en: 'Secrecy' },
  ]
  return (
    <ScrollPane label={t({ zh: '能看到什么', en: 'What each may read' })}>
      <table className="table reads-table">
        <thead>
          <tr>
            {heads.map(head => (
              <th key={head.en} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        {roleCodes.map(code => {
          const reads = readsOfRole(code)
          return (
            <tbody key={code}>
              <tr>
                <th scope="rowgroup" rowSpan={Math.max(1, reads.length)}>
                  {t({ zh: roles[code].title, en: roles[code].titleEn })}
                </th>
                <td rowSpan={Math.max(1, reads.length)}>{t(groupWords[roles[code].group])}</td>
                {reads[0] ? (
                  <ReadCells read={reads[0]} />
                ) : (
                  <td colSpan={4} className="faint">
                    {t({ zh: '不看档案内容', en: 'Reads no archives' })}
                  </td>
                )}
              </tr>
              {reads.slice(1).map(read => (
                <tr key={`${read.units.en} ${read.kinds.en} ${read.secrecy.en}`}>
                  <ReadCells read={read} />
                </tr>
              ))}
            </tbody>
          )
        })}
      </table>
    </ScrollPane>
  )
}

function ReadCells({ read }: { read: ReturnType<typeof readsOfRole>[number] }) {
  const { t } = useLanguage()
  return [read.units, read.kinds, read.states, read.secrecy].map((words, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the four columns never change places
    <td key={at}>{t(words)}</td>
  ))
}
