import { daysLeft, expiryNotice } from '../../domain/holdings/expiry.ts'
import { today } from '../dates.ts'
import { useLanguage } from '../language.ts'
import { StatusTag } from '../pieces/status-tag.tsx'

/** How long a certificate or contract still runs, once that is worth saying (S17.1). */
export function ExpiryTag({ expiresOn }: { expiresOn: string }) {
  const { t } = useLanguage()
  const days = daysLeft(expiresOn, today())
  if (days < 0)
    return <StatusTag tone="late">{t({ zh: `已过期 ${-days} 天`, en: `ran out ${-days} days ago` })}</StatusTag>
  if (days > expiryNotice.beforeDays) return null
  return (
    <StatusTag tone="due">
      {days === 0 ? t({ zh: '今天到期', en: 'runs out today' }) : t({ zh: `还有 ${days} 天`, en: `${days} days left` })}
    </StatusTag>
  )
}
