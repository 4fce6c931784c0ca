import type { ReactNode } from 'react'
import { useLanguage } from '../language.ts'
import { notify } from './notices.tsx'
import './code-cell.css'

const longestShown = 60

/** An archival code 档号: even figures, never broken over lines; one click copies it. In a list Tab passes it by. */
export function CodeCell({ code, alone = false }: { code: string | null; alone?: boolean }) {
  const { t } = useLanguage()
  if (!code) return <span className="faint">{t({ zh: '未编号', en: 'No number' })}</span>
  return <CopyButton text={code} alone={alone} />
}

interface CopyButtonProps {
  text: string
  /** Stands outside a list, so Tab stops at it. */
  alone?: boolean
  /** What is seen, where it is not the text itself. */
  children?: ReactNode
}

/** A text that one click copies. */
export function CopyButton({ text, alone = false, children = text }: CopyButtonProps) {
  const { t } = useLanguage()
  const copy = async () => {
    const copied = await copyText(text)
    notify(
      copied
        ? `${t({ zh: '已复制', en: 'Copied' })}${text.length <= longestShown ? ` ${text}` : ''}`
        : t({ zh: '浏览器不让复制，请手工选取', en: 'The browser refused; select it by hand' }),
    )
  }
  return (
    <button
      type="button"
      className="code-cell"
      tabIndex={alone ? 0 : -1}
      title={t({ zh: '点一下复制', en: 'Click to copy' })}
      onClick={() => void copy()}
    >
      {children}
    </button>
  )
}

/** Copies text; on plain http, where the clipboard is closed to pages, by way of a selection. */
export async function copyText(text: string): Promise<boolean> {
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
