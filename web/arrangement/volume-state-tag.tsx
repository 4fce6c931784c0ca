import { type VolumeState, volumeStates } from '../../domain/holdings/volumes/volume.ts'
import { useLanguage } from '../language.ts'
import { StatusTag, type Tone } from '../pieces/status-tag.tsx'

const tones: Readonly<Record<VolumeState, Tone>> = { draft: 'plain', numbered: 'due', filed: 'done' }

/** Where a volume stands: 组卷中, 已编号, 已归档. */
export function VolumeStateTag({ state }: { state: VolumeState }) {
  const { t } = useLanguage()
  return (
    <StatusTag tone={tones[state]}>{t({ zh: volumeStates[state].title, en: volumeStates[state].titleEn })}</StatusTag>
  )
}
