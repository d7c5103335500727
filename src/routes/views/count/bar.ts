/** An obligation's bar: one unit of length a slot, in the order from done to still missing. */
import type { CountRow } from '../../../core/count/count-rows.ts'
import type { Bar } from '../../../templates/count-views.ts'

type Look = Bar['parts'][number]['look']

/** Null where there is nothing to compare: a single slot is told by its tag. */
export function barOf(row: CountRow): Bar | null {
  const widths: [Look, number][] = [
    ['done', row.onTime + row.madeUp],
    ['late', row.late],
    ['short', row.short],
    ['ask', row.unconfirmed],
    ['excuse', row.excused],
    ['miss', row.missed],
    ['left', row.remaining],
  ]
  const counted = widths.reduce((sum, [, width]) => sum + width, 0)
  const total = Math.max(row.target ?? 0, counted)
  if (total < 2) return null
  let x = 0
  const parts = widths.flatMap(([look, width]) => {
    const part = { x, width, look }
    x += width
    return width ? [part] : []
  })
  const mark = row.target !== null && row.target < total ? row.target : null
  return { total, parts, mark, words: `${row.done} trên ${row.target ?? counted}` }
}
