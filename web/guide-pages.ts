import { basename, dirname } from 'node:path'
import { marked, type Token, type Tokens } from 'marked'
import type { Plugin } from 'vite'

/** Turns the Markdown of the guide into pages while building, so that no reader of Markdown travels to the browser. */
export function guidePages(): Plugin {
  return {
    name: 'guide-pages',
    enforce: 'pre',
    transform(text, id) {
      const path = id.split('?')[0] ?? ''
      if (!path.endsWith('.md')) return null
      const language = basename(dirname(path))
      const tokens = marked.lexer(text)
      void marked.walkTokens(tokens, token => aim(token, language))
      const title =
        tokens.find((token): token is Tokens.Heading => token.type === 'heading' && token.depth === 1)?.text ?? ''
      const page = { title, html: marked.parser(tokens) }
      return { code: `export const page = ${JSON.stringify(page)}`, map: null }
    },
  }
}

/** A link to another page of the guide works in the file as it stands, and here leads to the page's address. */
function aim(token: Token, language: string): void {
  if (token.type !== 'link') return
  const link = token as Tokens.Link
  link.href = link.href.replace(
    /^([\w-]+)\.md(#.*)?$/,
    (_whole, page: string, anchor = '') => `/guide/${language}/${page}${anchor}`,
  )
}
