import PostalMime, { type Address } from 'postal-mime'
import type { Extraction } from './extract.ts'
import { htmlText } from './office-xml.ts'

/** Words of a mail 电子邮件: who wrote to whom, subject, body, and the names of what is attached. */
export async function readMail(bytes: Uint8Array): Promise<Extraction> {
  const mail = await PostalMime.parse(bytes, { attachmentEncoding: 'arraybuffer' })
  const people = [mail.from, ...(mail.to ?? []), ...(mail.cc ?? [])].flatMap(address => (address ? said(address) : []))
  const body = mail.text?.trim() || htmlText(mail.html ?? '')
  const attached = mail.attachments.flatMap(({ filename }) => filename ?? [])
  const lines = [mail.subject ?? '', ...people, body, ...attached].filter(line => line !== '')
  return lines.length === 0 ? { text: '', failed: 'damaged' } : { text: lines.join('\n') }
}

/** A person or a group as the head of a mail names them. */
function said({ name, address, group }: Address): string[] {
  return group ? group.flatMap(said) : [`${name} ${address ?? ''}`.trim()]
}
