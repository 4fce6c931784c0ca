import { useEffect, useRef, useState } from 'react'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url'
import { useLanguage, type Wording } from '../language.ts'

// The reader comes from this server, never from elsewhere.
prepareZXingModule({ overrides: { locateFile: () => wasm } })

const lookEveryMs = 150
/** A code that stays in view is not read again before it has been gone this long. */
const againMs = 2_500

const troubles = {
  insecure: {
    zh: '浏览器只在 https 地址或本机打开摄像头。请用扫码枪，或请管理员配置 https。',
    en: 'Browsers open the camera only at https addresses or on the machine itself. Use a scanner, or ask the administrator for https.',
  },
  refused: {
    zh: '没有打开摄像头。请在浏览器里允许使用摄像头，或者手工输入。',
    en: 'The camera did not open. Allow it in the browser, or type the codes.',
  },
} as const satisfies Record<string, Wording>

/** What the camera sees, and every code in it once. */
export function CameraScan({ onCode }: { onCode: (text: string) => void }) {
  const { t } = useLanguage()
  const video = useRef<HTMLVideoElement>(null)
  const told = useRef(onCode)
  told.current = onCode
  const [trouble, setTrouble] = useState<keyof typeof troubles>()
  useEffect(() => {
    const ended = new AbortController()
    if (!navigator.mediaDevices) {
      setTrouble('insecure')
      return undefined
    }
    watch(video.current, text => told.current(text), ended.signal).catch(() => {
      if (!ended.signal.aborted) setTrouble('refused')
    })
    return () => ended.abort()
  }, [])
  if (trouble) return <p className="notice notice-due">{t(troubles[trouble])}</p>
  return (
    <video
      ref={video}
      className="camera"
      muted
      playsInline
      aria-label={t({ zh: '摄像头画面，把标签放进来', en: 'What the camera sees; bring a label into it' })}
    />
  )
}

async function watch(
  video: HTMLVideoElement | null,
  onCode: (text: string) => void,
  signal: AbortSignal,
): Promise<void> {
  if (!video) return
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false })
  signal.addEventListener('abort', () => stopAll(stream))
  if (signal.aborted) return stopAll(stream)
  video.srcObject = stream
  await video.play()
  const canvas = document.createElement('canvas')
  const seenAt = new Map<string, number>()
  while (!signal.aborted) {
    for (const text of await codesIn(video, canvas)) {
      const now = Date.now()
      const isNew = now - (seenAt.get(text) ?? 0) > againMs
      seenAt.set(text, now)
      if (isNew && !signal.aborted) onCode(text)
    }
    await new Promise(resolve => setTimeout(resolve, lookEveryMs))
  }
}

function stopAll(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}

async function codesIn(video: HTMLVideoElement, canvas: HTMLCanvasElement): Promise<string[]> {
  if (video.videoWidth === 0) return []
  canvas.width = video.videoWidth
  canvas.height = video.videoHeight
  const drawing = canvas.getContext('2d', { willReadFrequently: true })
  if (!drawing) return []
  drawing.drawImage(video, 0, 0)
  const image = drawing.getImageData(0, 0, canvas.width, canvas.height)
  const found = await readBarcodes(image, { tryHarder: true, maxNumberOfSymbols: 4 })
  return found.filter(({ isValid }) => isValid).map(({ text }) => text)
}
