import { type ReactNode, type Ref, useEffect, useEffectEvent, useRef, useState } from 'react'
import { useLanguage } from '../../language.ts'
import { Icon } from '../../pieces/icon.tsx'
import { notify } from '../../pieces/notices.tsx'
import './uploads.css'

interface FileDropProps {
  onFiles: (files: File[]) => void
  /** Said beside the button. */
  hint: string
  /** The button that chooses files, for putting the keyboard on it. */
  button?: Ref<HTMLButtonElement>
  className?: string
  children: ReactNode
}

/** Takes files however they come: dropped anywhere on it, pasted anywhere on the page, or chosen with the keyboard. */
export function FileDrop({ onFiles, hint, button, className = '', children }: FileDropProps) {
  const { t } = useLanguage()
  const [over, setOver] = useState(false)
  const chooser = useRef<HTMLInputElement>(null)
  const take = (files: Iterable<File>) => {
    const list = [...files]
    if (list.length > 0) onFiles(list)
  }
  usePastedFiles(take)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same by keyboard
    <div
      className={`file-drop ${className}`}
      data-over={over || undefined}
      onDragOver={event => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={event => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setOver(false)
      }}
      onDrop={event => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setOver(false)
        const { files, folders } = filesIn(event.dataTransfer)
        take(files)
        if (folders) notify(t({ zh: '文件夹要打开，选里面的文件', en: 'Open the folder and choose the files in it' }))
      }}
    >
      <div className="file-drop-target">
        <button ref={button} type="button" className="button" onClick={() => chooser.current?.click()}>
          <Icon name="plus" size={16} />
          {t({ zh: '选文件', en: 'Choose files' })}
        </button>
        <span className="faint small">{hint}</span>
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          onChange={event => {
            take(event.target.files ?? [])
            // The same file may be chosen again after it was taken out.
            event.target.value = ''
          }}
        />
      </div>
      {children}
    </div>
  )
}

/** What was dropped; a folder looks like a file but cannot be read as one. */
function filesIn({ items }: DataTransfer): { files: File[]; folders: boolean } {
  const all = [...items].filter(({ kind }) => kind === 'file')
  const plain = all.filter(item => !item.webkitGetAsEntry()?.isDirectory)
  return { files: plain.flatMap(item => item.getAsFile() ?? []), folders: plain.length < all.length }
}

function usePastedFiles(onFiles: (files: Iterable<File>) => void) {
  const paste = useEffectEvent((event: ClipboardEvent) => {
    const files = [...(event.clipboardData?.files ?? [])]
    if (files.length === 0) return
    event.preventDefault()
    onFiles(files)
  })
  useEffect(() => {
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [])
}
