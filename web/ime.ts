import type { KeyboardEvent } from 'react'

/** Whether a key belongs to an input method 输入法 that is still composing: its Enter chooses a word and never submits. */
export const isComposing = (event: KeyboardEvent): boolean =>
  // 229 is what Safari reports for the Enter that ends a composition, after it has said composing is over.
  event.nativeEvent.isComposing || event.keyCode === 229
