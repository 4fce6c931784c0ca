/** Encodings in which Chinese offices write plain text. */
export type Charset = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/** Control characters, which no text has but for tabs, line ends and the mark at the end of a DOS file. */
const binaryControl = /(?!\s)\p{Cc}/u
const DOS_END_OF_FILE = '\u001a'

/**
 * The encoding of a text, or null when the bytes are no text: a byte order mark decides, then strict UTF-8, then GB18030.
 * `partial` says that the bytes are the beginning of a file and may end within a character.
 */
export function charsetOf(bytes: Uint8Array, options: { partial?: boolean } = {}): Charset | null {
  const candidates: Charset[] = marked(bytes) ?? ['utf-8', 'gb18030']
  for (const charset of candidates) {
    try {
      const text = new TextDecoder(charset, { fatal: true }).decode(bytes, { stream: options.partial ?? false })
      if (!binaryControl.test(text.replaceAll(DOS_END_OF_FILE, ''))) return charset
    } catch {
      // Not this encoding.
    }
  }
  return null
}

/** Decodes a text file in whatever encoding it has, without its byte order mark; null when it is no text. */
export function decodeText(bytes: Uint8Array): string | null {
  const charset = charsetOf(bytes)
  return charset && new TextDecoder(charset).decode(bytes)
}

function marked(bytes: Uint8Array): Charset[] | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le']
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['utf-16be']
  return undefined
}
