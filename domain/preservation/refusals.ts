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
  'medium.unknown': { status: 404, rule: 'S5.5', zh: '没有这个载体。', en: 'There is no such medium.' },
  'medium.replaced': {
    status: 409,
    rule: 'S5.5',
    zh: '载体 {number} 已经停用，不用再检查。',
    en: 'Medium {number} is out of use and needs no more checks.',
  },
  'medium.future': {
    status: 422,
    rule: 'S5.5',
    zh: '{day} 还没有到，请填已经过去的日期。',
    en: '{day} is still to come; give a day that has passed.',
  },
  'medium.before-made': {
    status: 422,
    rule: 'S5.5',
    zh: '这个载体 {madeOn} 才制作，检查日期不能更早。',
    en: 'This medium was made on {madeOn}; it cannot have been checked before.',
  },
  'medium.say-fault': {
    status: 422,
    rule: 'S5.5',
    zh: '有问题的，请在“说明”里写明是什么问题。',
    en: 'Say under “Note” what is wrong with it.',
  },
  'medium.stays': {
    status: 409,
    rule: 'S5.5',
    zh: '载体的编号和检查记录定下来就不变。',
    en: 'The number of a medium and its checks stay as they were noted.',
  },
})

export const refusePreservation = refuser(preservationRefusals)
