import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { client } from '../../../client/client.ts'
import { useLanguage } from '../../language.ts'
import { Dialog } from '../../pieces/dialog.tsx'
import { notify } from '../../pieces/notices.tsx'
import { RefusalNotice } from '../../pieces/refusal-notice.tsx'
import { useMe } from '../../session.ts'
import { refreshItem, type ShownItem } from '../item-queries.ts'
import type { Send } from '../use-send.tsx'
import { type Component, ComponentList } from './component-list.tsx'
import { ComponentView } from './component-view.tsx'
import { FileDrop } from './file-drop.tsx'
import { UploadList } from './upload-list.tsx'
import { useUploads } from './use-uploads.ts'
import './component-pane.css'

interface ComponentPaneProps {
  shown: ShownItem
  send: Send
  /** The file looked at, by its id. */
  looking: string | undefined
  page: number
  onLook: (componentId: string) => void
  onPage: (page: number) => void
  /** Words looked for on the scanned pages. */
  find: string
  onFind: (text: string) => void
}

/** The electronic files 电子文件 of an item, the one looked at, and – until it is filed – the place where more are dropped. */
export function ComponentPane({
  shown: { item, components },
  send,
  looking,
  page,
  onLook,
  onPage,
  find,
  onFind,
}: ComponentPaneProps) {
  const { t } = useLanguage()
  const [detaching, setDetaching] = useState<Component | null>(null)
  const may = (act: string) => item.may.includes(act)
  const chosen = components.find(({ id }) => id === looking)
  const files = (
    <ComponentList
      components={components}
      looking={chosen?.id}
      onLook={onLook}
      onDetach={may('component.detach') ? setDetaching : undefined}
    />
  )
  return (
    <section className="component-pane" aria-label={t({ zh: '电子文件', en: 'Files' })}>
      {may('component.attach') ? (
        <AttachFiles itemId={item.id} send={send}>
          {files}
        </AttachFiles>
      ) : (
        files
      )}
      {chosen ? (
        <ComponentView key={chosen.id} component={chosen} {...{ page, onPage, find, onFind }} />
      ) : (
        components.length === 0 && (
          <p className="view-none">
            {may('component.attach')
              ? t({
                  zh: '还没有电子文件。把扫描件拖到这里，或粘贴。',
                  en: 'No files yet. Drop or paste the scans here.',
                })
              : t({ zh: '没有电子文件。', en: 'No files.' })}
          </p>
        )
      )}
      {detaching && <DetachDialog component={detaching} itemId={item.id} onClose={() => setDetaching(null)} />}
    </section>
  )
}

/** Takes more files for an item and attaches them as soon as all of them have arrived. */
function AttachFiles({ itemId, send, children }: { itemId: string; send: Send; children: React.ReactNode }) {
  const { t } = useLanguage()
  const { personId } = useMe()
  const queryClient = useQueryClient()
  const uploads = useUploads(`${itemId}.${personId}`)
  const ready = uploads.arrived.length > 0 && !uploads.pending
  const attach = useEffectEvent(async () => {
    const keys = uploads.all.map(({ key }) => key)
    const uploadIds = [...uploads.arrived]
    const attached = await send.send(() => client.tell('component.attach', { itemId, uploadIds }))
    if (!attached) return
    uploads.clear(keys)
    notify(t({ zh: `已加入 ${uploadIds.length} 个电子文件`, en: `${uploadIds.length} files attached` }))
    await refreshItem(queryClient, itemId)
  })
  useEffect(() => {
    if (ready) void attach()
  }, [ready])
  return (
    <FileDrop onFiles={uploads.add} hint={t({ zh: '或拖放、粘贴到这里', en: 'or drop or paste them here' })}>
      <UploadList uploads={uploads} onSignIn={() => send.signIn(uploads.resume)} />
      {children}
    </FileDrop>
  )
}

interface DetachDialogProps {
  component: Component
  itemId: string
  onClose: () => void
}

function DetachDialog({ component: { id, name }, itemId, onClose }: DetachDialogProps) {
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  const detach = useMutation({
    mutationFn: () => client.tell('component.detach', { componentId: id }),
    onSuccess: async () => {
      onClose()
      notify(t({ zh: `已移除 ${name}`, en: `Detached ${name}` }))
      await refreshItem(queryClient, itemId)
    },
  })
  return (
    <Dialog
      title={t({ zh: '移除电子文件', en: 'Detach a file' })}
      onClose={onClose}
      acts={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t({ zh: '先不', en: 'Not now' })}
          </button>
          <button
            type="button"
            className="button button-seal"
            disabled={detach.isPending}
            onClick={() => detach.mutate()}
          >
            {t({ zh: '移除', en: 'Detach' })}
          </button>
        </>
      }
    >
      <p>
        <b>{name}</b>
      </p>
      <p>
        {t({
          zh: '文件不再属于这件档案，要用需重新上传；过程记录里留有它的名称和摘要。',
          en: 'The file no longer belongs to this item and would have to be uploaded again; the history keeps its name and digest.',
        })}
      </p>
      <RefusalNotice error={detach.error} />
    </Dialog>
  )
}
