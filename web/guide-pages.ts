import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Marked, type Tokens } from 'marked'
import sharp from 'sharp'
import type { Plugin } from 'vite'

/** A heading of a page, and the anchor under which it is reached. */
interface Heading {
  readonly anchor: string
  readonly text: string
}

/** Turns the Markdown of the guide into pages while building, so that no reader of Markdown travels to the browser. */
export function guidePages(): Plugin {
  return {
    name: 'guide-pages',
    enforce: 'pre',
    async transform(text, id) {
      const path = id.split('?')[0] ?? ''
      if (!path.endsWith('.md')) return null
      const folder = dirname(path)
      return { code: await guideModule(guidePage(text, basename(folder)), folder), map: null }
    },
  }
}

/**
 * A page as a module that imports its pictures, so that they are built like any other file; each says its size before it is there.
 * One that was never taken leaves its description: the pages must be built before their pictures can be taken.
 */
async function guideModule({ html, ...page }: ReturnType<typeof guidePage>, folder: string): Promise<string> {
  const [start = '', ...rest] = html.split(/src="(\.[^"]+)"/)
  const lines: string[] = []
  const parts = [JSON.stringify(start)]
  for (let at = 0; at < rest.length; at += 2) {
    const [picture = '', after = ''] = rest.slice(at, at + 2)
    if (!existsSync(join(folder, picture))) {
      parts.push("'data-not-taken'", JSON.stringify(after))
      continue
    }
    const { width, height } = await sharp(join(folder, picture)).metadata()
    lines.push(`import picture${at} from ${JSON.stringify(picture)}`)
    parts.push(`'src="' + picture${at} + '" loading="lazy" width="${width}" height="${height}"'`, JSON.stringify(after))
  }
  return `${lines.join('\n')}\nexport const page = { ...${JSON.stringify(page)}, html: ${parts.join(' + ')} }`
}

/** A page of the guide: its title, its headings of the second rank, and the whole as HTML. */
export function guidePage(text: string, language: string): { title: string; headings: Heading[]; html: string } {
  const headings: Heading[] = []
  let title = ''
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text: raw }: Tokens.Heading): string {
        const inside = this.parser.parseInline(tokens)
        if (depth === 1) title = raw
        if (depth !== 2) return `<h${depth}>${inside}</h${depth}>\n`
        const anchor = anchorOf(raw)
        headings.push({ anchor, text: raw })
        return `<h2 id="${anchor}">${inside}</h2>\n`
      },
    },
    walkTokens(token) {
      if (token.type === 'link') token['href'] = placeOf(token['href'] as string, language)
    },
  })
  const html = marked.parse(text, { async: false })
  return { title, headings, html }
}

/** The anchor of a heading, as sites that show the same file make it: letters, digits and hyphens. */
export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .trim()
    .replaceAll(' ', '-')

/** A link to another page of the guide works in the file as it stands, and here leads to the page's address. */
const placeOf = (href: string, language: string): string =>
  href.replace(/^([\w-]+)\.md(#.*)?$/, (_whole, page: string, anchor = '') => `/guide/${language}/${page}${anchor}`)
