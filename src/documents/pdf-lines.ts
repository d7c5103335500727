/** From a page's pieces of text to lines and paragraphs. A PDF breaks words anywhere: they are joined by x and width. */

/** One piece as the library gives it; x, y of its baseline's start, in points. */
export type Fragment = { text: string; x: number; y: number; width: number; size: number; font: string }
/** Words that stand together on one line, without a wide gap between them; `fonts` are those of its first and last letters. */
export type Segment = {
  text: string
  left: number
  right: number
  y: number
  size: number
  fonts: { first: string; last: string }
}

/** Gaps in parts of the letter's height. */
const SPACE = 0.18
const GAP = 1.8

const byPlace = (one: Fragment, other: Fragment): number => one.x - other.x

/** Lines from top to bottom, each as its segments from left to right. */
export const linesOf = (fragments: readonly Fragment[]): Segment[][] =>
  fragmentLines(fragments)
    .map((line) => segmentsOf(line))
    .filter((line) => line.length > 0)

/** The pieces of each line, from left to right. */
export function fragmentLines(fragments: readonly Fragment[]): Fragment[][] {
  const lines: Fragment[][] = []
  for (const fragment of [...fragments].sort((one, other) => other.y - one.y)) {
    const line = lines.at(-1)
    const first = line?.[0]
    const near = first && Math.abs(first.y - fragment.y) < Math.max(first.size, fragment.size, 6) * 0.45
    if (line && near) line.push(fragment)
    else lines.push([fragment])
  }
  return lines.map((line) => line.sort(byPlace))
}

/** `wide`: what parts two segments, in parts of the letter's height. */
export function segmentsOf(line: readonly Fragment[], wide = GAP): Segment[] {
  const size = Math.max(...line.map((one) => one.size), 1)
  const segments: Segment[] = []
  for (const one of line) {
    if (isNoteMark(one, size)) continue
    const last = segments.at(-1)
    const gap = last ? one.x - last.right : 0
    if (!last || gap > size * wide) {
      if (one.text.trim()) segments.push(segmentOf(one, size))
    } else {
      const spaced = /\s$/.test(last.text) || /^\s/.test(one.text)
      last.text += gap > size * SPACE && !spaced ? ` ${one.text}` : one.text
      if (one.text.trim()) last.right = Math.max(last.right, endOf(one))
      if (hasPlain(one)) last.fonts = { first: last.fonts.first || one.font, last: one.font }
    }
  }
  return segments
    .map((one) => ({ ...one, text: one.text.replace(/\s+/g, ' ').trim() }))
    .filter(({ text }) => text)
}

/** Justified words stand wide apart inside a narrow cell. */
export function asOne(segments: readonly Segment[]): Segment {
  const [first] = segments
  const text = segments.map((segment) => segment.text).join(' ')
  return { ...(first as Segment), text, right: Math.max(...segments.map(({ right }) => right)) }
}

const segmentOf = (one: Fragment, size: number): Segment => {
  const font = hasPlain(one) ? one.font : ''
  const fonts = { first: font, last: font }
  return { text: one.text.trimStart(), left: one.x, right: endOf(one), y: one.y, size, fonts }
}

/** Letters without marks: those with marks may come from another font that stands in. */
const hasPlain = ({ text }: Fragment): boolean => /[A-Za-z]/.test(text)

/** The width of a piece that ends in spaces may reach into the next column. */
export const endOf = ({ text, x, width }: Fragment): number =>
  x + (text.trim() ? (width * text.trimEnd().length) / text.length : 0)

/** The small raised figure that leads to a footnote. */
const isNoteMark = ({ text, size }: Fragment, line: number): boolean =>
  size > 0 && size < line * 0.75 && /^\s*\d{1,2}\s*$/.test(text)

/** How wide the first word of a line is: whether it would have fitted on the line before. */
const firstWord = ({ text, left, right }: Segment): number =>
  ((right - left) * (text.split(' ', 1)[0] ?? '').length) / Math.max(text.length, 1)

/** Says that a line begins a paragraph, however full the one before is. */
type Begins = (before: Segment, line: Segment) => boolean

/** Lines that were broken because they were full become one paragraph again. */
export function paragraphsOf(
  lines: readonly Segment[],
  right: number,
  begins: Begins = () => false,
): string[] {
  const paragraphs: string[] = []
  lines.forEach((line, i) => {
    const before = lines[i - 1]
    const full = before && before.right + before.size * 0.3 + firstWord(line) > right - line.size * 0.5
    if (before && full && !startsAnew(line.text) && !begins(before, line))
      paragraphs.push(`${paragraphs.pop()}${joint(before.text, line.text)}${line.text}`)
    else paragraphs.push(line.text)
  })
  return paragraphs
}

/** Without a space after a dash, and within a date that a narrow cell broke: "15/4/202" + "6". */
const joint = (before: string, line: string): string =>
  (/\p{L}-$/u.test(before) && !/\s-$/.test(before)) || (/\d\/(?:\d{1,3})?$/.test(before) && /^\d/.test(line))
    ? ''
    : ' '

/** A number, a letter or a dash at the head of a line begins a paragraph, full line before or not. */
const startsAnew = (text: string): boolean =>
  /^(\d{1,2}(\.\d{1,2})*[.)]|[IVX]{1,5}[.\-)]|\p{L}[.)]|[-–+•*])\s/u.test(text) &&
  !/^- \p{Lu}\p{Ll}+ ?$/u.test(text)

/** A paragraph of running text begins indented, and a heading's has letters of another make. */
export const beginsByLook: Begins = (before, line) =>
  isBeside(before, line) ||
  (/^[^\p{Ll}]/u.test(line.text) &&
    ((line.left > before.left + line.size * 0.9 && !startsAnew(before.text)) ||
      (before.fonts.last !== line.fonts.first && before.fonts.last !== '' && line.fonts.first !== '')))

/** Lines of two columns that do not stand at one height: half a line apart, none below the other. */
const isBeside = (before: Segment, line: Segment): boolean =>
  before.y - line.y < line.size * 0.8 && (before.left >= line.right || line.left >= before.right)
