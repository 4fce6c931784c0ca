/** Larger files are counted by the server alone, once they are attached. */
const mostBytes = 64 * 1024 * 1024

/** Pages of a file that is about to be uploaded: of a PDF as many as it has, of a picture one; null where nobody can say. */
export async function countPages(file: File): Promise<number | null> {
  if (file.type.startsWith('image/') && file.type !== 'image/tiff') return 1
  if (file.type !== 'application/pdf' || file.size > mostBytes) return null
  try {
    const { openPdf } = await import('../preview/pdf-document.ts')
    const loading = openPdf(await file.arrayBuffer())
    const { numPages } = await loading.promise
    await loading.destroy()
    return numPages
  } catch {
    return null
  }
}
