import { useMutation } from '@tanstack/react-query'
import { client, type Input } from '../../client/client.ts'
import { fetchFile } from '../catalogue/fetch-file.ts'
import { useLanguage } from '../language.ts'
import { notify } from '../pieces/notices.tsx'
import { useMayAny } from '../session.ts'

/** Takes what is listed along as an Excel workbook, for who may export; a list that is too long says so and what to do. */
export function ExportList({ asked }: { asked: Input<'item.export'> }) {
  const { t } = useLanguage()
  const mayAny = useMayAny()
  const name = t({ zh: '档案清单.xlsx', en: 'Records.xlsx' })
  const take = useMutation({
    mutationFn: () => fetchFile(client.fileUrl('item.export', asked), new AbortController().signal),
    onSuccess: file => save(file, name),
    onError: error => notify(error.message),
  })
  if (!mayAny(['catalogue.export'])) return null
  return (
    <button type="button" className="button button-quiet" disabled={take.isPending} onClick={() => take.mutate()}>
      {take.isPending ? t({ zh: '正在导出…', en: 'Exporting…' }) : t({ zh: '导出 Excel', en: 'Export to Excel' })}
    </button>
  )
}

function save(file: Blob, name: string): void {
  const url = URL.createObjectURL(file)
  Object.assign(document.createElement('a'), { href: url, download: name }).click()
  URL.revokeObjectURL(url)
}
