import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { Seal } from '../pieces/seal.tsx'
import { contents } from './contents.ts'
import './guide.css'

interface GuideText {
  readonly page: {
    readonly title: string
    readonly headings: readonly { readonly anchor: string; readonly text: string }[]
    readonly html: string
  }
}

const texts = import.meta.glob<GuideText>('../../docs/guide/*/*.md')

/** The guide 使用指南: readable by anybody, in the language its address names. */
export function GuidePage() {
  const { language: named, page } = useParams({ from: '/guide/$language/$page' })
  const language = named === 'en' ? 'en' : 'zh'
  const load = texts[`../../docs/guide/${language}/${page}.md`]
  const { data } = useQuery({
    queryKey: ['guide', language, page],
    queryFn: async () => (load ? (await load()).page : null),
  })
  useEffect(() => {
    if (!data) return
    document.title = language === 'en' ? `${data.title} · Lantai` : `${data.title} · 兰台`
    if (location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView()
  }, [data, language])
  return (
    <div className="guide" lang={language === 'en' ? 'en' : 'zh-CN'}>
      <header className="guide-head">
        <Link to="/" className="guide-home">
          <Seal size={24} />
          <span>{language === 'en' ? 'Lantai · Guide' : '兰台 · 使用指南'}</span>
        </Link>
        <a href="#contents" className="guide-to-contents">
          {language === 'en' ? 'Contents' : '目录'}
        </a>
        <Link
          to="/guide/$language/$page"
          params={{ language: language === 'en' ? 'zh' : 'en', page }}
          lang={language === 'en' ? 'zh-CN' : 'en'}
        >
          {language === 'en' ? '中文' : 'English'}
        </Link>
      </header>
      <div className="guide-body">
        <GuideContents language={language} page={page} headings={data?.headings ?? []} />
        <main>
          {data === null && <p>{language === 'en' ? 'There is no such page.' : '没有这一页。'}</p>}
          {data && (
            // biome-ignore lint/security/noDangerouslySetInnerHtml: the pages are our own files, compiled with the product.
            <article className="guide-text" dangerouslySetInnerHTML={{ __html: data.html }} />
          )}
        </main>
      </div>
    </div>
  )
}

interface GuideContentsProps {
  language: 'zh' | 'en'
  page: string
  headings: GuideText['page']['headings']
}

/** Every page of the guide, and below the one that is open its headings. */
function GuideContents({ language, page, headings }: GuideContentsProps) {
  return (
    <nav id="contents" className="guide-contents" aria-label={language === 'en' ? 'Contents' : '目录'}>
      <ol>
        {contents.map(entry => (
          <li key={entry.page}>
            <Link
              to="/guide/$language/$page"
              params={{ language, page: entry.page }}
              activeProps={{ 'aria-current': 'page' }}
            >
              {entry[language]}
            </Link>
            {entry.page === page && headings.length > 1 && (
              <ol>
                {headings.map(({ anchor, text }) => (
                  <li key={anchor}>
                    <a href={`#${anchor}`}>{text}</a>
                  </li>
                ))}
              </ol>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
