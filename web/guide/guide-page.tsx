import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useLanguage } from '../language.ts'
import { Seal } from '../pieces/seal.tsx'
import { type Contents, contents } from './contents.ts'
import './guide.css'

interface GuideText {
  readonly page: { readonly title: string; readonly html: string }
}

const texts = import.meta.glob<GuideText>('../../docs/guide/*/*.md')

/** The guide 使用指南: readable by anybody, in the language its address names. */
export function GuidePage() {
  const { language, page } = useParams({ from: '/guide/$language/$page' })
  const { t } = useLanguage()
  const load = texts[`../../docs/guide/${language}/${page}.md`]
  const { data } = useQuery({
    queryKey: ['guide', language, page],
    queryFn: async () => (load ? (await load()).page : null),
  })
  useEffect(() => {
    if (!data) return
    document.title = `${data.title} · 兰台`
    if (location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView()
  }, [data])
  return (
    <div className="guide" lang={language === 'en' ? 'en' : 'zh-CN'}>
      <header className="guide-head">
        <Link to="/" className="guide-home">
          <Seal size={24} />
          <span>{language === 'en' ? 'Lantai · Guide' : '兰台 · 使用指南'}</span>
        </Link>
        <Link to="/guide/$language/$page" params={{ language: language === 'en' ? 'zh' : 'en', page }}>
          {language === 'en' ? '中文' : 'English'}
        </Link>
      </header>
      <div className="guide-body">
        <GuideContents language={language === 'en' ? 'en' : 'zh'} />
        <main>
          {data === null && <p>{t({ zh: '没有这一页。', en: 'There is no such page.' })}</p>}
          {data && (
            // biome-ignore lint/security/noDangerouslySetInnerHtml: the pages are our own files, compiled with the product.
            <article className="guide-text" dangerouslySetInnerHTML={{ __html: data.html }} />
          )}
        </main>
      </div>
    </div>
  )
}

function GuideContents({ language }: { language: 'zh' | 'en' }) {
  return (
    <nav className="guide-contents" aria-label={language === 'en' ? 'Contents' : '目录'}>
      <ol>
        {contents.map((entry: Contents) => (
          <li key={entry.page}>
            <Link
              to="/guide/$language/$page"
              params={{ language, page: entry.page }}
              activeProps={{ 'aria-current': 'page' }}
            >
              {entry[language]}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}
