/** Pixels row by row, three bytes (red, green, blue) each. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly rgb: Uint8ClampedArray
}

/** Affine map (a, b, c, d, e, f) as SVG writes it. */
export type Matrix = readonly [number, number, number, number, number, number]

type Point = readonly [number, number]
type Outline = readonly Point[]
type Colour = readonly [number, number, number]

const identity: Matrix = [1, 0, 0, 1, 0, 0]
/** Glyphs are quadratic and small; the cubic curves of circles are seen from near. */
const QUADRATIC_STEPS = 5
const CUBIC_STEPS = 24
/** Sampled lines per row of pixels; across a row coverage is exact. */
const ROWS_SAMPLED = 4

/**
 * Draws the outlines of an SVG made by Typst (groups, glyph symbols, filled and stroked paths) as ink on white paper: colours
 * multiply, so that a seal lies over the words. `placement` maps SVG points to pixels.
 */
export function rasterise(svg: string, size: { width: number; height: number; placement: Matrix }): Picture {
  const picture = { ...size, rgb: new Uint8ClampedArray(size.width * size.height * 3).fill(255) }
  const symbols = symbolsOf(svg)
  const matrices: Matrix[] = [size.placement]
  const drawing = svg.replace(/<defs\b[\s\S]*?<\/defs>/g, '')
  for (const [, closing, element, source = ''] of drawing.matchAll(/<(\/?)(g|use|path)\b([^>]*)>/g)) {
    if (closing) {
      matrices.pop()
      continue
    }
    const attributes = attributesOf(source)
    const matrix = multiply(matrices.at(-1) ?? identity, matrixOf(attributes.get('transform')))
    if (element === 'g') {
      matrices.push(matrix)
      continue
    }
    const at: Matrix = [1, 0, 0, 1, Number(attributes.get('x') ?? 0), Number(attributes.get('y') ?? 0)]
    const outlines =
      element === 'use' ? symbols.get(attributes.get('xlink:href') ?? '') : outlinesOf(attributes.get('d') ?? '')
    drawShape(picture, outlines ?? [], { matrix: multiply(matrix, at), attributes })
  }
  return picture
}

function symbolsOf(svg: string): Map<string, Outline[]> {
  const found = svg.matchAll(/<symbol id="([^"]+)"[^>]*>\s*<path d="([^"]*)"/g)
  return new Map(Array.from(found, ([, id, d = '']) => [`#${id}`, outlinesOf(d)]))
}

function attributesOf(source: string): Map<string, string> {
  return new Map(Array.from(source.matchAll(/([\w:-]+)="([^"]*)"/g), ([, name = '', value = '']) => [name, value]))
}

function matrixOf(transform = ''): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform.match(/-?[\d.]+(?:e-?\d+)?/g)?.map(Number) ?? []
  return [a, b, c, d, e, f]
}

function multiply([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

/** Flattens path data (M L H V Q C Z, absolute or relative) to polygons. */
function outlinesOf(d: string): Outline[] {
  const outlines: Point[][] = []
  let pen: Point = [0, 0]
  for (const [, command = '', source = ''] of d.matchAll(/([a-z])([^a-z]*)/gi)) {
    const kind = command.toUpperCase()
    const [x, y] = command === kind ? [0, 0] : pen
    const numbers = source.match(/-?[\d.]+(?:e-?\d+)?/g)?.map(Number) ?? []
    if (kind === 'Z') pen = outlines.at(-1)?.[0] ?? pen
    if (numbers.length === 0) continue
    const points: Point[] =
      kind === 'H'
        ? [[x + numbers[0]!, pen[1]]]
        : kind === 'V'
          ? [[pen[0], y + numbers[0]!]]
          : pairs(numbers).map(([u, v]) => [x + u, y + v])
    if (kind === 'M') outlines.push([...points])
    else outlines.at(-1)?.push(...curve([pen, ...points]))
    pen = points.at(-1)!
  }
  return outlines
}

function pairs(numbers: readonly number[]): Point[] {
  return Array.from({ length: Math.floor(numbers.length / 2) }, (_, i) => [numbers[2 * i]!, numbers[2 * i + 1]!])
}

/** Points along a Bézier curve of any degree, without its first. */
function curve(controls: readonly Point[]): Point[] {
  if (controls.length === 2) return [controls[1]!]
  const steps = controls.length === 3 ? QUADRATIC_STEPS : CUBIC_STEPS
  return Array.from({ length: steps }, (_, step) => {
    const t = (step + 1) / steps
    let points = controls
    while (points.length > 1) points = points.slice(1).map(([x, y], i) => mix(points[i]!, [x, y], t))
    return points[0]!
  })
}

const mix = ([x, y]: Point, [u, v]: Point, t: number): Point => [x + (u - x) * t, y + (v - y) * t]

function drawShape(
  picture: Picture,
  outlines: readonly Outline[],
  style: { matrix: Matrix; attributes: Map<string, string> },
): void {
  const [a, b, c, d, e, f] = style.matrix
  const placed = outlines.map(outline => outline.map(([x, y]): Point => [a * x + c * y + e, b * x + d * y + f]))
  const fill = colourOf(style.attributes.get('fill'))
  const stroke = colourOf(style.attributes.get('stroke'))
  const width = Number(style.attributes.get('stroke-width') ?? 1) * Math.sqrt(Math.abs(a * d - b * c))
  if (fill) ink(picture, placed, fill)
  if (stroke)
    ink(
      picture,
      placed.flatMap(outline => strokeOf(outline, width)),
      stroke,
    )
}

function colourOf(value = 'none'): Colour | undefined {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(value)
  return hex ? [Number.parseInt(hex[1]!, 16), Number.parseInt(hex[2]!, 16), Number.parseInt(hex[3]!, 16)] : undefined
}

/** A rectangle along each part of a line, all of one orientation so that their overlaps do not cancel. */
function strokeOf(outline: Outline, width: number): Outline[] {
  return outline.slice(1).map(([x, y], i) => {
    const [u, v] = outline[i]!
    const length = Math.hypot(x - u, y - v) || 1
    const [dx, dy] = [((x - u) / length) * (width / 2), ((y - v) / length) * (width / 2)]
    return [
      [u - dy, v + dx],
      [x - dy, y + dx],
      [x + dy, y - dx],
      [u + dy, v - dx],
    ]
  })
}

interface Edge {
  readonly top: Point
  readonly bottom: Point
  readonly winding: 1 | -1
}

function edgesOf(outlines: readonly Outline[]): Edge[] {
  return outlines.flatMap(outline =>
    outline.map((from, i): Edge => {
      const to = outline[(i + 1) % outline.length]!
      return from[1] < to[1] ? { top: from, bottom: to, winding: 1 } : { top: to, bottom: from, winding: -1 }
    }),
  )
}

/** Fills by the non-zero rule with anti-aliasing. */
function ink(picture: Picture, outlines: readonly Outline[], colour: Colour): void {
  const edges = edgesOf(outlines)
  const top = Math.max(
    0,
    Math.floor(edges.reduce((least, edge) => Math.min(least, edge.top[1]), Number.POSITIVE_INFINITY)),
  )
  const bottom = Math.min(picture.height, Math.ceil(edges.reduce((most, edge) => Math.max(most, edge.bottom[1]), 0)))
  const coverage = new Float32Array(picture.width)
  for (let row = top; row < bottom; row++) {
    coverage.fill(0)
    const near = edges.filter(edge => edge.top[1] < row + 1 && edge.bottom[1] > row)
    for (let sample = 0; sample < ROWS_SAMPLED; sample++) coverLine(coverage, near, row + (sample + 0.5) / ROWS_SAMPLED)
    blendRow(picture, row, { coverage, colour })
  }
}

function coverLine(coverage: Float32Array, edges: readonly Edge[], y: number): void {
  const crossings = edges
    .filter(edge => edge.top[1] <= y && edge.bottom[1] > y)
    .map(({ top, bottom, winding }) => ({
      x: top[0] + ((y - top[1]) / (bottom[1] - top[1])) * (bottom[0] - top[0]),
      winding,
    }))
    .toSorted((one, other) => one.x - other.x)
  let wound = 0
  crossings.forEach(({ x, winding }, i) => {
    wound += winding
    const next = crossings[i + 1]
    if (wound !== 0 && next) coverSpan(coverage, x, next.x)
  })
}

function coverSpan(coverage: Float32Array, from: number, to: number): void {
  const [start, end] = [Math.max(0, from), Math.min(coverage.length, to)]
  for (let x = Math.floor(start); x < end; x++) {
    coverage[x]! += (Math.min(x + 1, end) - Math.max(x, start)) / ROWS_SAMPLED
  }
}

function blendRow({ width, rgb }: Picture, row: number, paint: { coverage: Float32Array; colour: Colour }): void {
  paint.coverage.forEach((covered, x) => {
    if (covered === 0) return
    const at = (row * width + x) * 3
    for (let channel = 0; channel < 3; channel++) {
      rgb[at + channel]! *= 1 - covered * (1 - paint.colour[channel]! / 255)
    }
  })
}
