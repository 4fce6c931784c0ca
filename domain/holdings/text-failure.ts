/** Why no text could be read from a file: what the archivist is told, and what can be done. */
export const textFailures = {
  encrypted: { zh: '有打开口令，读不出文字', en: 'It asks for a password; its text cannot be read' },
  damaged: { zh: '文件损坏，读不出文字', en: 'It is damaged; its text cannot be read' },
  'too-large': { zh: '太大，没有读文字', en: 'It is too large; its text was not read' },
  timeout: { zh: '读得太久，停下了', en: 'Reading took too long and was stopped' },
  crashed: { zh: '读的时候出错，停下了', en: 'Reading broke off' },
} as const satisfies Readonly<Record<string, { zh: string; en: string }>>

export type TextFailure = keyof typeof textFailures
