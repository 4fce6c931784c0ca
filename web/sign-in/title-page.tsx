import type { ReactNode } from 'react'
import { useLanguage } from '../language.ts'
import { Seal } from '../pieces/seal.tsx'
import './title-page.css'

/** The title page of a bound volume: the sewn edge, the title slip 题签 with the seal, and beside it what is to be filled in. */
export function TitlePage({ children }: { children: ReactNode }) {
  const { t } = useLanguage()
  return (
    <main className="title-page">
      <div className="title-leaf">
        <div className="title-sewing" aria-hidden="true">
          <i />
          <i />
          <i />
          <i />
        </div>
        <div className="title-slip">
          <h1 lang="zh-CN">兰台</h1>
          <p>{t({ zh: '档案管理', en: 'Records & archives' })}</p>
          <Seal size={52} />
        </div>
        <div className="title-body">{children}</div>
      </div>
    </main>
  )
}
