import { refusals, refuser } from '../shared/refusal.ts'

/** Refusals of the print centre. */
export const formsRefusals = refusals({
  'form.wrong-thing': {
    status: 422,
    zh: '“{form}”不是按{thing}打印的，请换一种选择。',
    en: '“{form}” is not printed for this kind of thing; choose another.',
  },
  'form.nothing': {
    status: 404,
    rule: 'S17.4',
    zh: '没有可打印的{thing}：不存在、还没有编号，或者您无权查看。',
    en: 'There is nothing to print: it does not exist, has no number yet, or you may not see it.',
  },
  'form.too-many': {
    status: 422,
    zh: '一次最多打印 {most} 个，请分类别打印。',
    en: 'At most {most} are printed at once; print series by series.',
  },
  'form.hidden': {
    status: 403,
    rule: 'S17.4',
    zh: '“{label}”里有您无权查看的文件，印出来会不全，请有权的人来打印。',
    en: '“{label}” holds records you may not see; the form would be incomplete. Ask somebody who may.',
  },
  'form.start': {
    status: 422,
    zh: '这种标签纸每张 {most} 枚，起始位置不能超过它。',
    en: 'A sheet of this stock has {most} labels; start at one of them.',
  },
  'form.no-style': {
    status: 422,
    zh: '“{form}”没有这种样式。',
    en: '“{form}” does not come in this style.',
  },
  'form.no-opening': {
    status: 403,
    rule: 'S2.6',
    zh: '盖章的副本就是电子文件，您没有查看电子文件的权限。',
    en: 'A stamped copy is the file itself, and you may not open files.',
  },
  'form.no-pdf': {
    status: 422,
    zh: '“{label}”没有 PDF，盖不了归档章。',
    en: '“{label}” has no PDF to stamp.',
  },
  'print-run.unknown': {
    status: 404,
    zh: '没有这次打印，或者已过一天被清理。请重新打印。',
    en: 'There is no such print, or its day is over. Print again.',
  },
  'print-run.busy': {
    status: 429,
    zh: '您已有 {most} 次打印在排队，等它们打完再来。',
    en: 'You already have {most} prints waiting; let them finish first.',
  },
})

export const refuseForms = refuser(formsRefusals)
