/** A one-page PDF written by hand: its font is named but not embedded, as older Chinese programs did it. */
export function pdfOf(page: { encoding: string; content: string | Uint8Array; filter?: string }): Buffer {
  return pdfOfObjects([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    streamObject(page.content, page.filter ? `/Filter ${page.filter}` : ''),
    `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/${page.encoding}/DescendantFonts[6 0 R]>>`,
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 7 0 R>>',
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
  ])
}

/** A stream object with its length and the given further entries. */
export function streamObject(content: string | Uint8Array, entries: string): Buffer {
  const bytes = Buffer.from(content)
  return Buffer.concat([
    Buffer.from(`<</Length ${bytes.length}${entries}>>stream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ])
}

/** Numbers the objects from 1, the catalogue, and adds the cross-reference table. */
export function pdfOfObjects(objects: readonly (string | Buffer)[]): Buffer {
  let file = Buffer.from('%PDF-1.4\n')
  const offsets = objects.map((object, i) => {
    const offset = file.length
    file = Buffer.concat([file, Buffer.from(`${i + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')])
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`
  const trailer = `trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF`
  return Buffer.concat([file, Buffer.from(table + trailer)])
}
