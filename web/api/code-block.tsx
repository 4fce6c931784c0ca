import { useLanguage } from '../language.ts'
import { copyText } from '../pieces/code-cell.tsx'
import { Icon } from '../pieces/icon.tsx'
import { notify } from '../pieces/notices.tsx'
import './code-block.css'

/** Text for a shell or a program, with a button that copies it whole. */
export function CodeBlock({ text }: { text: string }) {
  const { t } = useLanguage()
  const copy = async () => {
    const copied = await copyText(text)
    notify(
      copied
        ? t({ zh: '已复制', en: 'Copied' })
        : t({ zh: '浏览器不让复制，请手工选取', en: 'The browser refused; select it by hand' }),
    )
  }
  return (
    <div className="code-block">
      <pre>{text}</pre>
      <button type="button" className="button" onClick={() => void copy()}>
        <Icon name="copy" size={14} />
        {t({ zh: '复制', en: 'Copy' })}
      </button>
    </div>
  )
}
