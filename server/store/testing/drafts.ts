import type { VersionDraft } from '../ocfl/write.ts'

/** The identifier used where a test needs only one object. */
export const itemId = 'urn:lantai:item:2026-0001'

/** A draft with these files, by logical path, and a message. */
export function draft(files: Readonly<Record<string, string>>, message = '归档', id = itemId): VersionDraft {
  return {
    id,
    message,
    files: Object.entries(files).map(([logicalPath, text]) => ({ logicalPath, source: { bytes: Buffer.from(text) } })),
    user: { name: '张档案', address: 'urn:lantai:person:zhang' },
    created: '2026-03-02T09:30:00+08:00',
  }
}

/** Three versions of one object: filed, a component corrected, one taken out and another copied. */
export const threeVersions: readonly VersionDraft[] = [
  draft({ 'metadata.json': '{"title":"合同"}', '正文/合同.pdf': 'first scan' }, '归档'),
  draft({ 'metadata.json': '{"title":"借款合同"}', '正文/合同.pdf': 'first scan' }, '更正题名'),
  draft(
    { 'metadata.json': '{"title":"借款合同"}', '正文/合同.pdf': 'better scan', '正文/副本.pdf': 'better scan' },
    '重新扫描',
  ),
]
