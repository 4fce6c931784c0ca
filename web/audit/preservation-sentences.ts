import type { preservationEvents } from '../../domain/preservation/events.ts'
import type { Sentence } from './told.ts'

/** What the trail says about the text of files and their keeping. */
export const preservationSentences: Readonly<Record<keyof typeof preservationEvents, Sentence>> = {
  'recognition.rerun': () => ({ zh: '让一个电子文件重新识别文字', en: 'had the text of a file recognised again' }),
  'recognition.cancelled': () => ({ zh: '取消一个电子文件的文字识别', en: 'cancelled the recognition of a file' }),
  'fixity.started': () => ({ zh: '开始固化检查', en: 'began a fixity check' }),
  'fixity.cancelled': () => ({ zh: '停下固化检查', en: 'stopped a fixity check' }),
  'fixity.ended': () => ({ zh: '结束固化检查', en: 'ended a fixity check' }),
  'fixity.damaged': () => ({ zh: '发现存储损坏', en: 'found damage in the store' }),
  'medium.registered': () => ({ zh: '登记一个载体', en: 'registered a medium' }),
  'medium.checked': () => ({ zh: '检查一个载体', en: 'checked a medium' }),
  'fixity.sound': () => ({ zh: '再读时已经完好', en: 'found it sound again' }),
}
