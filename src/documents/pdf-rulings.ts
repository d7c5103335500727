/** The lines that a PDF page draws, and the grids that they make: what a table is, on paper. */
import { type Matrix, matrixOf, multiply, WHOLE } from './matrix.ts'

/** In points, y upward as in PDF. A thin box or a stroke. */
export type Ruling = { from: number; to: number; at: number }
export type Rulings = { across: Ruling[]; down: Ruling[] }
type Box = { left: number; right: number; bottom: number; top: number }

export type Operators = { fnArray: number[]; argsArray: unknown[] }
/** Numbers of the operators that are looked at, as the library calls them. */
export type OperatorNames = Record<
  | 'save'
  | 'restore'
  | 'transform'
  | 'constructPath'
  | 'fill'
  | 'eoFill'
  | 'stroke'
  | 'closeStroke'
  | 'fillStroke'
  | 'paintFormXObjectBegin'
  | 'paintFormXObjectEnd',
  number
>

const THIN = 3
const SHORTEST = 4

export function rulingsOf({ fnArray, argsArray }: Operators, ops: OperatorNames): Rulings {
  const found: Rulings = { across: [], down: [] }
  const stack: Matrix[] = []
  let matrix = WHOLE
  fnArray.forEach((fn, i) => {
    const args = argsArray[i]
    if (fn === ops.save) stack.push(matrix)
    else if (fn === ops.restore) matrix = stack.pop() ?? matrix
    else if (fn === ops.transform) matrix = multiply(matrix, matrixOf(args) ?? WHOLE)
    else if (fn === ops.paintFormXObjectBegin) {
      stack.push(matrix)
      const inner = Array.isArray(args) ? matrixOf(args[0]) : null
      if (inner) matrix = multiply(matrix, inner)
    } else if (fn === ops.paintFormXObjectEnd) matrix = stack.pop() ?? matrix
    else if (fn === ops.constructPath && Array.isArray(args)) addPath(found, args, matrix, ops)
  })
  return found
}

function addPath(found: Rulings, [paint, data]: unknown[], matrix: Matrix, ops: OperatorNames): void {
  const strokes = [ops.stroke, ops.closeStroke, ops.fillStroke].includes(paint as number)
  if (!strokes && ![ops.fill, ops.eoFill].includes(paint as number)) return
  const path = Array.isArray(data) ? data[0] : null
  if (!(path instanceof Float32Array)) return
  for (const box of boxes(path, matrix)) addBox(found, box, strokes)
}

/** Coordinates after each step of a path: move, line, curve, quadratic curve, close. */
const STEPS = [2, 2, 6, 4, 0]

function* boxes(path: Float32Array, [a, b, c, d, e, f]: Matrix): Generator<Box> {
  let box: Box | null = null
  for (let i = 0; i < path.length; ) {
    const step = path[i++] as number
    const length = STEPS[step]
    if (length === undefined) break
    if (step === 0 && box) {
      yield box
      box = null
    }
    for (let j = 0; j < length; j += 2) {
      const [x, y] = [path[i + j] as number, path[i + j + 1] as number]
      box = widen(box, a * x + c * y + e, b * x + d * y + f)
    }
    i += length
  }
  if (box) yield box
}

const widen = (box: Box | null, x: number, y: number): Box =>
  box
    ? {
        left: Math.min(box.left, x),
        right: Math.max(box.right, x),
        bottom: Math.min(box.bottom, y),
        top: Math.max(box.top, y),
      }
    : { left: x, right: x, bottom: y, top: y }

/** A large box that is filled is a ground; one that is stroked is four lines. */
function addBox({ across, down }: Rulings, { left, right, bottom, top }: Box, strokes: boolean): void {
  const [width, height] = [right - left, top - bottom]
  if (height <= THIN && width >= SHORTEST) across.push({ from: left, to: right, at: (bottom + top) / 2 })
  else if (width <= THIN && height >= SHORTEST) down.push({ from: bottom, to: top, at: (left + right) / 2 })
  else if (strokes && width > THIN && height > THIN) {
    across.push({ from: left, to: right, at: bottom }, { from: left, to: right, at: top })
    down.push({ from: bottom, to: top, at: left }, { from: bottom, to: top, at: right })
  }
}
