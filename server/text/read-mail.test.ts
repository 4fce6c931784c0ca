import { expect, test } from 'vitest'
import { makeTxtGbk } from '../sample/files.ts'
import { readMail } from './read-mail.ts'

const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64')
const gbk = (text: string) => `=?GBK?B?${base64(makeTxtGbk(text))}?=`
const mail = (...lines: string[]) => Buffer.from(lines.join('\r\n'))

test('S5.5 a mail in GBK gives its subject, people, body and the names of its attachments', async () => {
  const bytes = mail(
    `From: ${gbk('李晓梅')} <li@example.com>`,
    `To: ${gbk('王建国')} <wang@example.com>`,
    `Subject: ${gbk('春季防疫物资清单')}`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=part',
    '',
    '--part',
    'Content-Type: text/plain; charset=gbk',
    'Content-Transfer-Encoding: base64',
    '',
    base64(makeTxtGbk('口蹄疫疫苗两百支，周五到场。')),
    '--part',
    `Content-Type: application/pdf; name="${gbk('疫苗发票.pdf')}"`,
    'Content-Transfer-Encoding: base64',
    `Content-Disposition: attachment; filename="${gbk('疫苗发票.pdf')}"`,
    '',
    base64('%PDF-1.4'),
    '--part--',
  )
  const { text } = await readMail(bytes)
  for (const words of ['李晓梅', '王建国', '春季防疫物资清单', '口蹄疫疫苗两百支', '疫苗发票.pdf'])
    expect(text).toContain(words)
})

test('S5.5 a mail that is a web page gives its words without markup and scripts', async () => {
  const bytes = mail(
    'From: a@example.com',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<script>偷</script><p>奶价<b>调整</b></p>',
  )
  const { text } = await readMail(bytes)
  expect(text).toContain('奶价调整')
  expect(text).not.toContain('偷')
})
