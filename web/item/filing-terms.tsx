import { counted, useLanguage } from '../language.ts'

/** What filing 归档 fixes for good and what can still be done afterwards, said before it is confirmed. */
export function FilingTerms({ components }: { components: number | null }) {
  const { t } = useLanguage()
  return (
    <>
      <p>{t({ zh: '归档以后定下来，不能撤回：', en: 'Filing settles for good:' })}</p>
      <ul className="terms">
        <li>{t({ zh: '档号不再改动，也不能撤销。', en: 'The code stays and cannot be withdrawn.' })}</li>
        <li>
          {components === null
            ? t({
                zh: '电子文件不能再加入、移除或替换。',
                en: 'Files can no longer be attached, detached or replaced.',
              })
            : t({
                zh: `电子文件就是现在这 ${components} 个，不能再加入、移除或替换。`,
                en: `The files are the ${components} it has now; none can be attached, detached or replaced.`,
              })}
        </li>
        <li>
          {t({
            zh: '门类、年度、保管期限、机构写在档号里，不再改动。',
            en: 'Kind, year, retention and unit stand in the code and stay.',
          })}
        </li>
      </ul>
      <p>
        {t({
          zh: '以后还能做：更正著录（写明原因，原来的内容留在过程记录里）、检索、打印目录。',
          en: 'What can still be done: correct the description, with a reason and the old values kept; search; print catalogues.',
        })}
      </p>
    </>
  )
}

/** What is gone with a draft 草稿 and what stays of it. */
export function DiscardTerms({ count }: { count: number }) {
  const { t } = useLanguage()
  return (
    <p>
      {t({
        zh: `删除后，这 ${counted(count, 'item')}草稿和它的电子文件不再列出，不能恢复；审计记录里留有全部著录。已编号的不会删除。`,
        en: `The ${counted(count, 'item')} and their files are gone and cannot be brought back; the trail keeps the whole description. What has a number is not discarded.`,
      })}
    </p>
  )
}
