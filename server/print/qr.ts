import bwipjs from 'bwip-js'

/** The QR code of a mark as SVG, with its quiet zone; a third of it may be worn before a scanner gives up. */
export function qrOf(mark: string): string {
  const options = { bcid: 'qrcode', text: mark, eclevel: 'Q', paddingwidth: 2, paddingheight: 2 }
  return bwipjs.toSVG(options)
}
