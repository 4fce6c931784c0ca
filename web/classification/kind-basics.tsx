import { secrecyLevels } from '../../domain/access/secrecy.ts'
import { shippedTemplates } from '../../domain/holdings/numbering/index.ts'
import type { KindDefinition } from '../../domain/kinds/index.ts'
import { useLanguage } from '../language.ts'
import { TextField } from '../organisation/text-field.tsx'
import { Choice } from './choice.tsx'
import { methods } from './kind-words.ts'

interface KindBasicsProps {
  kind: KindDefinition
  onChange: (kind: KindDefinition) => void
}

/** What a new kind is called and how it is arranged; its code, category and method are settled once it is saved. */
export function KindBasics({ kind, onChange }: KindBasicsProps) {
  const { t } = useLanguage()
  const set = (part: Partial<KindDefinition>) => onChange({ ...kind, ...part })
  const { titleEn: _, ...plain } = kind
  return (
    <section className="kind-basics">
      <TextField
        label={t({ zh: '名称', en: 'Name' })}
        required
        maxLength={50}
        value={kind.title}
        onChange={title => set({ title })}
      />
      <TextField
        label={t({ zh: '英文名称', en: 'English name' })}
        maxLength={80}
        value={kind.titleEn ?? ''}
        onChange={titleEn => onChange({ ...plain, ...(titleEn && { titleEn }) })}
      />
      <TextField
        label={t({ zh: '代码', en: 'Code' })}
        required
        maxLength={40}
        value={kind.code}
        onChange={code => set({ code: code.toLowerCase() })}
        hint={t({ zh: '小写字母、数字、“-”，如 vaccine', en: 'small letters, digits and -, such as vaccine' })}
      />
      <TextField
        label={t({ zh: '门类代码', en: 'Category code' })}
        required
        maxLength={20}
        value={kind.categoryCode}
        onChange={code => set({ categoryCode: code.toUpperCase().replaceAll('.', '·') })}
        hint={t({ zh: '写进档号，如 ZY·MY；下级用“·”', en: 'stands in codes, such as ZY·MY; levels joined by ·' })}
      />
      <Choice
        label={t({ zh: '整理', en: 'Arranged' })}
        value={kind.unit}
        options={Object.entries(methods).map(([value, title]) => ({ value, title: t(title) }))}
        onChange={unit => set({ unit: unit === 'volume' ? 'volume' : 'item' })}
      />
      <Choice
        label={t({ zh: '档号模板', en: 'Code template' })}
        value={kind.codePattern}
        options={Object.entries(shippedTemplates).map(([value, { title, titleEn }]) => ({
          value,
          title: t({ zh: title, en: titleEn }),
        }))}
        onChange={codePattern => set({ codePattern })}
      />
      <TextField
        label={t({ zh: '默认保管期限', en: 'Usual retention' })}
        maxLength={4}
        value={kind.retention?.code ?? ''}
        onChange={typed => {
          const { retention: _before, ...others } = kind
          onChange(typed ? { ...others, retention: { code: typed.toUpperCase() } } : others)
        }}
        hint={t({ zh: '永久写 Y，30 年写 D30；可以不写', en: 'Y for permanent, D30 for 30 years; may be empty' })}
      />
      <Choice
        label={t({ zh: '默认密级', en: 'Usual secrecy' })}
        value={kind.secrecy ?? ''}
        options={Object.entries(secrecyLevels).map(([value, { title, titleEn }]) => ({
          value,
          title: t({ zh: title, en: titleEn }),
        }))}
        onChange={secrecy => set({ secrecy })}
      />
    </section>
  )
}
