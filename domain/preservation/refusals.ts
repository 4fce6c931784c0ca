import { refusals, refuser } from '../shared/refusal.ts'

/** Refusals about recognising text and keeping files sound. */
export const preservationRefusals = refusals({
  'recognition.under-way': {
    status: 409,
    rule: 'S5.5',
    zh: '“{name}”正在识别，完成后才能重做。',
    en: '“{name}” is being read just now; wait until it has ended.',
  },
  'recognition.no-text': {
    status: 422,
    rule: 'S5.5',
    zh: '“{name}”这种格式里没有文字可读。',
    en: '“{name}” is of a format that holds no text.',
  },
  'recognition.ended': {
    status: 409,
    rule: 'S5.5',
    zh: '“{name}”没有在识别，不用取消。',
    en: '“{name}” is not being read; there is nothing to cancel.',
  },
  'fixity.under-way': {
    status: 409,
    rule: 'S5.5',
    zh: '固化检查正在进行，等它完成，或先停下。',
    en: 'A fixity check is under way; wait for its end or stop it first.',
  },
  'fixity.ended': {
    status: 409,
    rule: 'S5.5',
    zh: '这次固化检查已经结束，不用停。',
    en: 'This fixity check has ended; there is nothing to stop.',
  },
  'fixity.unknown': {
    status: 404,
    rule: 'S5.5',
    zh: '没有这次固化检查。',
    en: 'There is no such fixity check.',
  },
})

export const refusePreservation = refuser(preservationRefusals)
