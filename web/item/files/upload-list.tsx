import { counted, useLanguage } from '../../language.ts'
import { Icon } from '../../pieces/icon.tsx'
import { sizeOf } from './file-size.ts'
import type { Upload } from './upload-queue.ts'
import type { Uploads } from './use-uploads.ts'
import './uploads.css'

interface UploadListProps {
  uploads: Uploads
  /** Offers sign-in where the session is over. */
  onSignIn: () => void
  /** Shows a file beside the form; absent where there is no room. */
  onLook?: ((upload: Upload) => void) | undefined
  looking?: string | undefined
}

/** Files on their way, each with how far it is, what stopped it and what can be done about that. */
export function UploadList({ uploads, onSignIn, onLook, looking }: UploadListProps) {
  const { t } = useLanguage()
  if (uploads.all.length === 0) return null
  return (
    <ul className="upload-list" aria-label={t({ zh: '电子文件', en: 'Files' })}>
      {uploads.all.map(upload => (
        <li key={upload.key} data-state={upload.state} data-looking={upload.key === looking || undefined}>
          <Icon
            name={
              upload.state === 'done'
                ? 'check'
                : upload.state === 'stopped' || upload.state === 'lost'
                  ? 'warning'
                  : 'clock'
            }
            size={14}
          />
          {upload.file && onLook ? (
            <button type="button" className="button-link upload-name" onClick={() => onLook(upload)}>
              {upload.name}
            </button>
          ) : (
            <span className="upload-name">{upload.name}</span>
          )}
          <span className="upload-size tabular faint">
            {typeof upload.pages === 'number' && `${counted(upload.pages, 'page')} · `}
            {sizeOf(upload.size)}
          </span>
          <button
            type="button"
            className="button-link upload-remove"
            aria-label={t({ zh: `去掉 ${upload.name}`, en: `Remove ${upload.name}` })}
            title={
              upload.state === 'done' ? t({ zh: '去掉', en: 'Remove' }) : t({ zh: '停下，去掉', en: 'Stop and remove' })
            }
            onClick={() => uploads.clear([upload.key])}
          >
            <Icon name="cross" size={12} />
          </button>
          <Progress upload={upload} onResume={uploads.resume} onSignIn={onSignIn} />
        </li>
      ))}
    </ul>
  )
}

interface ProgressProps {
  upload: Upload
  onResume: () => void
  onSignIn: () => void
}

function Progress({ upload: { name, size, sent, state, stopped }, onResume, onSignIn }: ProgressProps) {
  const { t } = useLanguage()
  if (state === 'done') return null
  if (state === 'waiting' || state === 'sending')
    return <progress aria-label={t({ zh: `正在上传 ${name}`, en: `Uploading ${name}` })} max={size} value={sent} />
  const says =
    state === 'lost'
      ? t({
          zh: '上次没传完。再选一次这个文件，从断处接着传。',
          en: 'Not all of it was sent. Choose the file again to go on.',
        })
      : stopped?.why === 'session'
        ? t({ zh: '登录过期，传到一半停下了。', en: 'The session is over; it stopped half-way.' })
        : stopped?.why === 'offline'
          ? t({ zh: '连不上服务器，连上后自动接着传。', en: 'No connection; it goes on when you are back.' })
          : stopped?.says
  return (
    <p className="upload-stopped" role="status">
      {says}{' '}
      {state === 'stopped' && stopped?.why !== 'refused' && (
        <button type="button" className="button-link" onClick={stopped?.why === 'session' ? onSignIn : onResume}>
          {stopped?.why === 'session' ? t({ zh: '重新登录', en: 'Sign in' }) : t({ zh: '再传', en: 'Try again' })}
        </button>
      )}
    </p>
  )
}
