/**
 * Text from the letters that a page draws. Where a font lacks a letter, another font's lies in its gap: the library's own
 * lines then hold a space there, and the letter comes later ("c hi n k" + "ự", "ệ"). Here each run of letters has its place.
 */
import { type Matrix, matrixOf, multiply, WHOLE } from './matrix.ts'
import type { Fragment } from './pdf-lines.ts'
import type { Operators } from './pdf-rulings.ts'

export type TextOperatorNames = Record<
  | 'save'
  | 'restore'
  | 'transform'
  | 'paintFormXObjectBegin'
  | 'paintFormXObjectEnd'
  | 'beginText'
  | 'setFont'
  | 'setTextMatrix'
  | 'moveText'
  | 'setLeading'
  | 'setLeadingMoveText'
  | 'nextLine'
  | 'setCharSpacing'
  | 'setWordSpacing'
  | 'setHScale'
  | 'showText',
  number
>

type Glyph = { unicode: string; width: number; isSpace: boolean }
/** As PDF names them: font size, spacing of letters and words, leading; `line` is where the line began. */
type TextState = {
  matrix: Matrix
  line: Matrix
  font: string
  size: number
  spacing: number
  words: number
  scale: number
  leading: number
}

/** A jump wider than this, in parts of the letter's height, leaves room for something else. */
const JUMP = 0.12

/** Something is drawn in the midst of a piece: the library's pieces do not stand one behind the other. */
export function areWoven(fragments: readonly Fragment[]): boolean {
  const inked = fragments.filter(({ text }) => text.trim())
  const lines = new Map<number, Fragment[]>()
  for (const one of inked) {
    const line = lines.get(Math.round(one.y)) ?? []
    lines.set(Math.round(one.y), line)
    line.push(one)
  }
  return [...lines.values()].some((line) =>
    line.some((one) =>
      line.some(
        (other) =>
          other !== one &&
          other.x > one.x + one.size * 0.2 &&
          other.x + other.width < one.x + one.width - one.size * 0.2,
      ),
    ),
  )
}

export function glyphRuns({ fnArray, argsArray }: Operators, ops: TextOperatorNames): Fragment[] {
  const found: Fragment[] = []
  const stack: { matrix: Matrix; text: TextState }[] = []
  let matrix = WHOLE
  let text: TextState = {
    ...{ matrix: WHOLE, line: WHOLE, font: '', size: 12, spacing: 0, words: 0, scale: 1, leading: 0 },
  }
  const to = (line: Matrix) => {
    text = { ...text, line, matrix: line }
  }
  const move = (x: number, y: number) => to(multiply(text.line, [1, 0, 0, 1, x, y]))
  fnArray.forEach((fn, i) => {
    const args = argsArray[i]
    const list: readonly unknown[] = Array.isArray(args) ? args : []
    const [first, second] = [numberAt(list, 0), numberAt(list, 1)]
    if (fn === ops.save || fn === ops.paintFormXObjectBegin) {
      stack.push({ matrix, text })
      const inner = fn === ops.save ? null : matrixOf(list[0])
      if (inner) matrix = multiply(matrix, inner)
    } else if (fn === ops.restore || fn === ops.paintFormXObjectEnd)
      ({ matrix, text } = stack.pop() ?? { matrix, text })
    else if (fn === ops.transform) matrix = multiply(matrix, matrixOf(args) ?? WHOLE)
    else if (fn === ops.beginText) to(WHOLE)
    else if (fn === ops.setFont) text = { ...text, font: String(list[0]), size: second }
    else if (fn === ops.setTextMatrix) to(matrixOf(list[0]) ?? matrixOf(args) ?? WHOLE)
    else if (fn === ops.moveText) move(first, second)
    else if (fn === ops.setLeading) text = { ...text, leading: first }
    else if (fn === ops.setLeadingMoveText) {
      text = { ...text, leading: second }
      move(first, second)
    } else if (fn === ops.nextLine) move(0, text.leading)
    else if (fn === ops.setCharSpacing) text = { ...text, spacing: first }
    else if (fn === ops.setWordSpacing) text = { ...text, words: first }
    else if (fn === ops.setHScale) text = { ...text, scale: first }
    else if (fn === ops.showText && Array.isArray(list[0])) text = show(found, list[0], text, matrix)
  })
  return found
}

const numberAt = (list: readonly unknown[], at: number): number => {
  const value = list[at]
  return typeof value === 'number' ? value : 0
}

const isGlyph = (value: unknown): value is Glyph =>
  typeof value === 'object' && value !== null && 'unicode' in value && 'width' in value

function show(found: Fragment[], shown: readonly unknown[], state: TextState, page: Matrix): TextState {
  const { font, size, scale, spacing, words } = state
  let x = 0
  let run: { text: string; from: number; to: number } | null = null
  const end = () => {
    if (run) found.push(fragmentOf(run, state, page))
    run = null
  }
  for (const one of shown) {
    if (typeof one === 'number') {
      x -= (one / 1000) * size * scale
      if (Math.abs(one) / 1000 > JUMP) end()
    } else if (isGlyph(one)) {
      run ??= { text: '', from: x, to: x }
      run.text += one.unicode
      x += (one.width / 1000) * size * scale
      run.to = x
      x += (spacing + (one.isSpace ? words : 0)) * scale
    }
  }
  end()
  return { ...state, font, matrix: multiply(state.matrix, [1, 0, 0, 1, x, 0]) }
}

function fragmentOf(
  { text, from, to }: { text: string; from: number; to: number },
  { matrix, font, size }: TextState,
  page: Matrix,
): Fragment {
  const [a, b, c, d, x, y] = multiply(page, multiply(matrix, [1, 0, 0, 1, from, 0]))
  return { text, x, y, width: (to - from) * Math.hypot(a, b), size: size * Math.hypot(c, d), font }
}
