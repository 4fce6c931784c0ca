import { onlineManager, useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { timeOf } from '../dates.ts'
import { useLanguage } from '../language.ts'
import { Icon } from '../pieces/icon.tsx'

/** Says plainly that the connection is gone, how old what is shown is, and that nothing typed is lost. */
export function ConnectionNotice() {
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  const online = useSyncExternalStore(
    listener => onlineManager.subscribe(listener),
    () => onlineManager.isOnline(),
  )
  if (online) return null
  const answeredAt = Math.max(
    0,
    ...queryClient
      .getQueryCache()
      .getAll()
      .map(query => query.state.dataUpdatedAt),
  )
  const at = timeOf(answeredAt ? new Date(answeredAt) : new Date())
  return (
    <div className="notice notice-due connection-notice" role="status">
      <Icon name="clock" />
      <div>
        {t({
          zh: `没有网络。看到的是 ${at} 的内容，您填的都留在这台设备上，连上后再提交。`,
          en: `No network. What you see is from ${at}; what you typed is kept on this device, send it when you are back.`,
        })}
      </div>
    </div>
  )
}
