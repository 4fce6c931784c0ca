import { type Language, setLanguage, useLanguage } from '../language.ts'

interface LanguageSwitchProps {
  /** Called after a switch, e.g. to keep the choice with the person. */
  onSwitch?: (language: Language) => void
}

/** Offers the other language, named in that language. */
export function LanguageSwitch({ onSwitch }: LanguageSwitchProps) {
  const { language } = useLanguage()
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <button
      type="button"
      className="button button-quiet"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      onClick={() => {
        setLanguage(other)
        onSwitch?.(other)
      }}
    >
      {other === 'zh' ? '中文' : 'English'}
    </button>
  )
}
