/** Sends a file as a program does, in one piece of the tus protocol; answers the upload's id. */
export async function sendFile(
  { base, token }: { readonly base: string; readonly token: string },
  name: string,
  bytes: Uint8Array,
): Promise<string> {
  const headers = { Authorization: `Bearer ${token}`, 'Tus-Resumable': '1.0.0' }
  const begun = await fetch(`${base}/upload`, {
    method: 'POST',
    headers: {
      ...headers,
      'Upload-Length': String(bytes.length),
      'Upload-Metadata': `filename ${Buffer.from(name).toString('base64')}`,
    },
  })
  const location = begun.headers.get('location') ?? ''
  const sent = await fetch(`${base}${location}`, {
    method: 'PATCH',
    headers: { ...headers, 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream' },
    body: Buffer.from(bytes),
  })
  if (sent.status !== 204) throw new Error(`upload answered ${sent.status}`)
  return location.split('/').at(-1) ?? ''
}
