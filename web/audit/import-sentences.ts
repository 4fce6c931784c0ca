import type { importEvents } from '../../domain/import/events.ts'
import { because, type Sentence } from './told.ts'

/** What happens to imports: which file and how many items, never what stands in them. */
export const importSentences: Readonly<Record<keyof typeof importEvents, Sentence>> = {
  'import.opened': ({ fact }) => ({
    zh: `打开待导入的表格“${fact('name')}”`,
    en: `opened “${fact('name')}” for import`,
  }),
  'import.checked': ({ fact }) => ({
    zh: `检查导入，工作表“${fact('sheet')}”`,
    en: `checked an import, sheet “${fact('sheet')}”`,
  }),
  'import.started': ({ fact }) => ({ zh: `开始导入“${fact('name')}”`, en: `started to import “${fact('name')}”` }),
  'import.cancelled': ({ fact }) => ({
    zh: `停下导入“${fact('name')}”`,
    en: `stopped the import of “${fact('name')}”`,
  }),
  'import.withdrawn': ({ fact }) => ({
    zh: `撤回导入“${fact('name')}”，${fact('items')} 件${because(fact('reason')).zh}`,
    en: `withdrew the import of “${fact('name')}”, ${fact('items')} items${because(fact('reason')).en}`,
  }),
  'mapping.saved': ({ fact }) => ({
    zh: `保存列对应“${fact('name')}”`,
    en: `saved the column mapping “${fact('name')}”`,
  }),
}
