/** Places on a PDF page: what its operators do to coordinates. */
export type Matrix = [number, number, number, number, number, number]

export const WHOLE: Matrix = [1, 0, 0, 1, 0, 0]

/** First `n`, then `m`. */
export const multiply = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
]

/** Six numbers, whether the library keeps them as a list or packed. */
export function matrixOf(value: unknown): Matrix | null {
  const list = value instanceof Float32Array ? [...value] : value
  return Array.isArray(list) && list.length === 6 && list.every((n) => typeof n === 'number')
    ? (list as Matrix)
    : null
}
