/** Names that scanners, cameras and phones give: they say nothing of what is written inside. */
const meaningless =
  /^(img|dsc|scan|scanned|image|photo|picture|doc|document|新建|未命名|扫描|图像|图片|照片|文档|微信图片|无标题)[\s\d._-]*$/i

/** Reads a title out of a file's name: without extension, running number, copy mark and underscores; empty when the name says nothing. */
export function titleFromFileName(name: string): string {
  const stem = name
    .normalize('NFC')
    .replace(/\.[\p{L}\p{N}]{1,5}$/u, '')
    .replace(/[_\s]+/g, ' ')
    .trim()
  const bare = stem
    .replace(/^(第?\d{1,4}号?[.、\s-]+)+/u, '')
    .replace(/[\s-]*(副本|复件|copy)(\s*[(（]?\d+[)）]?)?$/iu, '')
    .replace(/\s*[(（]\d{1,3}[)）]$/u, '')
    .trim()
  return meaningless.test(bare) || /^[\d\s._-]*$/.test(bare) ? '' : bare.slice(0, 300)
}
