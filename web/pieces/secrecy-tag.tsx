import { type Secrecy, secrecyLevels } from '../../domain/access/secrecy.ts'
import { useLanguage } from '../language.ts'
import './tags.css'

/** A secrecy level 密级 as the stamp on paper shows it: its name, and the more frame the closer it is kept. */
export function SecrecyTag({ secrecy }: { secrecy: Secrecy }) {
  const { t } = useLanguage()
  const { title, titleEn } = secrecyLevels[secrecy]
  return <span className={`secrecy-tag secrecy-${secrecy}`}>{t({ zh: title, en: titleEn })}</span>
}
