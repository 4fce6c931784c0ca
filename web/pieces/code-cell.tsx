import { useLanguage } from '../language.ts'
import { notify } from './notices.tsx'
import './code-cell.css'

/** An archival code 档号: even figures, never broken over lines; one click copies it. */
export function CodeCell({ code }: { code: string | null }) {
  const { t } = useLanguage()
  if (!code) return <span className="faint">{t({ zh: '未编号', en: 'No number' })}</span>
  const copy = async () => {
    const copied = await copyText(code)
    notify(
      copied
        ? t({ zh: `已复制 ${code}`, en: `Copied ${code}` })
        : t({ zh: '浏览器不让复制，请手工选取', en: 'The browser refused; select it by hand' }),
    )
  }
  return (
    <button
      type="button"
      className="code-cell"
      tabIndex={-1}
      title={t({ zh: '点一下复制', en: 'Click to copy' })}
      onClick={() => void copy()}
    >
      {code}
    </button>
  )
}

/** Copies text; on plain http, where the clipboard is closed to pages, by way of a selection. */
async function copyText(text: string): Promise<boolean> {
  if (navigator.clipboard) {
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
  }
  const holder = document.createElement('textarea')
  holder.value = text
  holder.className = 'aside-from-sight'
  document.body.append(holder)
  holder.select()
  const copied = document.execCommand('copy')
  holder.remove()
  return copied
}
