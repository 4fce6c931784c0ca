import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { client } from '../../client/client.ts'
import { type fileLabelCodes, fileLabels } from '../../domain/registry/links.ts'
import { FileDrop } from '../item/files/file-drop.tsx'
import { sizeOf } from '../item/files/file-size.ts'
import { UploadList } from '../item/files/upload-list.tsx'
import { useUploads } from '../item/files/use-uploads.ts'
import { useSend } from '../item/use-send.tsx'
import { useLanguage } from '../language.ts'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { useMe } from '../session.ts'
import { refreshLines, type ShownLine } from './line-queries.ts'
import { LabelChoice } from './register-pane.tsx'

type File = ShownLine['files'][number]

/** The files of a line, each with what it is: original, final draft, print, annex; opened in a window of their own. */
export function FilesPart({ shown: { line, files } }: { shown: ShownLine }) {
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  const mayEdit = line.may.includes('line.edit')
  const open = useMutation({
    mutationFn: async (file: File) => {
      // The window is opened while the click still counts as one, and gets its address when the server has given it.
      const view = window.open('', '_blank')
      try {
        const { url } = await client.tell('line.open', { attachmentId: file.id })
        if (view) view.location.href = url
      } catch (refusal) {
        view?.close()
        throw refusal
      }
    },
  })
  const detach = useMutation({
    mutationFn: (file: File) => client.tell('line.detach', { attachmentId: file.id }),
    onSuccess: () => refreshLines(queryClient),
  })
  return (
    <section className="line-part" aria-labelledby="files-title">
      <header>
        <h2 id="files-title">{t({ zh: '电子文件', en: 'Files' })}</h2>
      </header>
      <RefusalNotice error={open.error ?? detach.error} />
      {files.length === 0 && !mayEdit && <p className="faint small">{t({ zh: '没有电子文件。', en: 'No files.' })}</p>}
      <ul className="line-list">
        {files.map(file => (
          <li key={file.id}>
            <div>
              <span className="faint">
                {file.label && t({ zh: fileLabels[file.label].title, en: fileLabels[file.label].titleEn })}
              </span>
              <button type="button" className="button-link line-file" onClick={() => open.mutate(file)}>
                {file.name}
              </button>
              <span className="faint small tabular">{sizeOf(file.size)}</span>
              {mayEdit && (
                <button
                  type="button"
                  className="button-link"
                  aria-label={t({ zh: `移除 ${file.name}`, en: `Detach ${file.name}` })}
                  disabled={detach.isPending}
                  onClick={() => detach.mutate(file)}
                >
                  {t({ zh: '移除', en: 'Detach' })}
                </button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {mayEdit && <AddFiles lineId={line.id} />}
    </section>
  )
}

/** Takes more files for a line and attaches them as soon as all of them have arrived. */
function AddFiles({ lineId }: { lineId: string }) {
  const { t } = useLanguage()
  const { personId } = useMe()
  const queryClient = useQueryClient()
  const send = useSend()
  const uploads = useUploads(`${lineId}.${personId}`)
  const [label, setLabel] = useState<(typeof fileLabelCodes)[number]>('original')
  const ready = uploads.arrived.length > 0 && !uploads.pending
  const attach = useEffectEvent(async () => {
    const keys = uploads.all.map(({ key }) => key)
    const uploadIds = [...uploads.arrived]
    const attached = await send.send(() => client.tell('line.attach', { lineId, uploadIds, label }))
    if (!attached) return
    uploads.clear(keys)
    await refreshLines(queryClient)
  })
  useEffect(() => {
    if (ready) void attach()
  }, [ready])
  return (
    <>
      <LabelChoice label={label} onChoose={setLabel} />
      <FileDrop onFiles={uploads.add} hint={t({ zh: '或拖放、粘贴到这里', en: 'or drop or paste them here' })}>
        <UploadList uploads={uploads} onSignIn={() => send.signIn(uploads.resume)} />
      </FileDrop>
      <RefusalNotice error={send.error} />
      {send.dialog}
    </>
  )
}
