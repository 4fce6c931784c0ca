import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useLanguage } from '../language.ts'
import { StatusTag } from '../pieces/status-tag.tsx'
import { ExactTime } from './exact-time.tsx'
import { type Names, whoOf } from './names.ts'
import { tell } from './told.ts'
import { lastOfQuery } from './trail.ts'

/** When the trail was last checked and how far it is sealed: the two proofs an auditor asks for first. */
export function TrailFacts({ names }: { names: Names }) {
  const { t } = useLanguage()
  const { data: checked } = useQuery(lastOfQuery('audit.checked'))
  const { data: sealed } = useQuery(lastOfQuery('audit.sealed'))
  const sound = checked && tell(checked, names).fact('sound') === 'true'
  return (
    <span className="trail-facts">
      {checked === null && <span>{t({ zh: '还没有核验过。', en: 'Never checked so far.' })}</span>}
      {checked && (
        <span>
          {t({ zh: '上次核验', en: 'Last checked' })}{' '}
          <Link to="/audit" search={{ entry: String(checked.seq) }}>
            <ExactTime at={checked.at} />
          </Link>{' '}
          {t(whoOf(checked, names))}{' '}
          <StatusTag tone={sound ? 'done' : 'late'}>
            {sound
              ? t({
                  zh: `${tell(checked, names).fact('entries')} 条，完好`,
                  en: `${tell(checked, names).fact('entries')} entries, sound`,
                })
              : t({ zh: '不符', en: 'broken' })}
          </StatusTag>
        </span>
      )}
      {sealed && (
        <span>
          {t({ zh: '上次封存', en: 'Last sealed' })}{' '}
          <Link to="/audit" search={{ entry: String(sealed.seq) }}>
            <ExactTime at={sealed.at} />
          </Link>{' '}
          {t({
            zh: `到第 ${tell(sealed, names).fact('seq')} 条`,
            en: `up to entry ${tell(sealed, names).fact('seq')}`,
          })}
        </span>
      )}
    </span>
  )
}
