import type { ReactNode } from 'react'
import { useLanguage } from '../../language.ts'
import { Icon } from '../../pieces/icon.tsx'
import { stepFrom, type ViewSize } from './view-size.ts'

interface ViewBarProps {
  /** The scale it is shown at now. */
  scale: number
  size: ViewSize
  onSize: (size: ViewSize) => void
  onTurn: () => void
  /** Turning pages, where there are several. */
  children?: ReactNode
}

/** The bar over a document: pages, size and turning; each has its key. */
export function ViewBar({ scale, size, onSize, onTurn, children }: ViewBarProps) {
  const { t } = useLanguage()
  const button = (name: string, label: ReactNode, onClick: () => void, pressed?: boolean) => (
    <button
      type="button"
      className="view-button"
      title={name}
      aria-label={name}
      aria-pressed={pressed}
      onClick={onClick}
    >
      {label}
    </button>
  )
  return (
    <div className="view-bar" role="toolbar" aria-label={t({ zh: '看文件', en: 'View' })}>
      {children}
      <span className="view-bar-space" />
      {button(t({ zh: '缩小（-）', en: 'Smaller (-)' }), <Icon name="minus" size={16} />, () =>
        onSize(stepFrom(scale, -1)),
      )}
      <span className="tabular small view-scale">{Math.round(scale * 100)}%</span>
      {button(t({ zh: '放大（+）', en: 'Larger (+)' }), <Icon name="plus" size={16} />, () =>
        onSize(stepFrom(scale, 1)),
      )}
      {button(
        t({ zh: '适合宽度（0）', en: 'Fit the width (0)' }),
        <Icon name="fit-width" size={16} />,
        () => onSize('width'),
        size === 'width',
      )}
      {button(
        t({ zh: '整页（9）', en: 'Whole page (9)' }),
        <Icon name="fit-page" size={16} />,
        () => onSize('whole'),
        size === 'whole',
      )}
      {button(t({ zh: '转 90°（R）', en: 'Turn by 90° (R)' }), <Icon name="turn" size={16} />, onTurn)}
    </div>
  )
}

/** The keys of size and turning; true when the key was one of them. */
export function pressViewKey(key: string, scale: number, acts: Pick<ViewBarProps, 'onSize' | 'onTurn'>): boolean {
  const doing: Readonly<Record<string, () => void>> = {
    '+': () => acts.onSize(stepFrom(scale, 1)),
    '=': () => acts.onSize(stepFrom(scale, 1)),
    '-': () => acts.onSize(stepFrom(scale, -1)),
    '0': () => acts.onSize('width'),
    '9': () => acts.onSize('whole'),
    r: acts.onTurn,
    R: acts.onTurn,
  }
  doing[key]?.()
  return key in doing
}
