import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { client, type Output } from '../../../client/client.ts'
import { type TextFailure, textFailures } from '../../../domain/holdings/text-failure.ts'
import { counted, useLanguage, type Wording } from '../../language.ts'
import { Icon } from '../../pieces/icon.tsx'
import { RefusalNotice } from '../../pieces/refusal-notice.tsx'

export type TextOfFile = Output<'recognition.show'>

const soonMs = 1500

/** How far the reading of a file's text is; asked again and again while it goes on. */
export function useTextOf(componentId: string) {
  return useQuery({
    queryKey: ['recognition.show', componentId],
    queryFn: () => client.ask('recognition.show', { componentId }),
    refetchInterval: ({ state }) => (state.data && isAtWork(state.data) ? soonMs : false),
  })
}

const isAtWork = ({ textState }: TextOfFile): boolean => textState === 'pending' || textState === 'scanned'

/** What became of a file's words, in a sentence. */
export function textInWords({ textState, failure, pages, cancelled }: Omit<TextOfFile, 'may'>): Wording {
  if (textState === 'pending') return { zh: '文字排队等读', en: 'Its text waits to be read' }
  if (textState === 'scanned' && pages)
    return {
      zh: `正在识别文字，${pages.done + pages.failed}/${pages.all} 页`,
      en: `Recognising its text, page ${pages.done + pages.failed} of ${pages.all}`,
    }
  if (textState === 'scanned') return { zh: '文字排队等识别', en: 'Its pages wait to be recognised' }
  if (textState === 'failed') return textFailures[(failure ?? 'damaged') as TextFailure] ?? textFailures.damaged
  if (textState === 'none' && !pages) return { zh: '没有文字', en: 'It holds no text' }
  if (!pages) return { zh: '文字可检索', en: 'Its text can be searched' }
  const left = pages.all - pages.done
  if (cancelled)
    return {
      zh: `识别已取消，${pages.done}/${pages.all} 页可检索`,
      en: `Cancelled: ${pages.done} of ${pages.all} pages`,
    }
  if (left > 0)
    return { zh: `${pages.done} 页可检索，${left} 页没认出`, en: `${pages.done} pages can be searched, ${left} failed` }
  return textState === 'none'
    ? { zh: '图上没有认出文字', en: 'No words were recognised' }
    : {
        zh: `文字已识别，${counted(pages.done, 'page')}可检索`,
        en: `Recognised: ${counted(pages.done, 'page')} can be searched`,
      }
}

/** Says what became of a file's text, and offers to read it again or to stop. */
export function TextState({ componentId, text }: { componentId: string; text: TextOfFile }) {
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  const { textState } = text
  // What has just been read is found by search and counted on the item.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new state is news for the item
  useEffect(() => {
    for (const queryKey of [['item.show'], ['component.find', componentId]])
      void queryClient.invalidateQueries({ queryKey })
  }, [queryClient, componentId, textState])
  const act = useMutation({
    mutationFn: (name: 'recognition.rerun' | 'recognition.cancel') =>
      client.tell(name, { componentIds: [componentId] }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['recognition.show', componentId] }),
  })
  const button = (name: 'recognition.rerun' | 'recognition.cancel', title: Wording) =>
    text.may.includes(name) && (
      <button type="button" className="button-link" disabled={act.isPending} onClick={() => act.mutate(name)}>
        {t(title)}
      </button>
    )
  return (
    <>
      <span className="text-state small" data-failed={textState === 'failed' || undefined} role="status">
        {textState === 'failed' && <Icon name="warning" size={14} />}
        {t(textInWords(text))}
      </span>
      {button('recognition.cancel', { zh: '停下', en: 'Stop' })}
      {button('recognition.rerun', { zh: '重新识别', en: 'Read again' })}
      <RefusalNotice error={act.error} />
    </>
  )
}
