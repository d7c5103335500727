/** "tối đa 02 buổi/ngày", "không quá 45 phút/buổi", "Chủ nhật không phát": what must not be passed is no obligation. */
import { doubt } from './doubts.ts'
import type { Parts } from './parts.ts'
import type { Limit, When } from './when.ts'

/** A phrase that only limits. */
export function limit(parts: Parts): When | null {
  const limits = limitsOf(parts)
  const obligations = parts.counts.filter(({ atMost }) => !atMost)
  if (!limits.length || obligations.some(({ unit }) => unit !== 'ngày') || parts.moments.length) return null
  if (parts.continuous !== null || parts.times.some(({ atMost }) => !atMost)) return null
  const days = obligations.map(({ n, unit, period }) => ({ max: n, unit, per: period }))
  const all = [...limits, ...days]
  const { per, ...first } = all[0] ?? {}
  const period = parts.counts.find(({ atMost }) => atMost)?.period
  return {
    kind: 'limit',
    ...first,
    ...(period && { period }),
    ...(per && { per }),
    limits: all,
    doubt: [doubt('limit')],
  }
}

export function limitsOf({ counts, times, lengths, silentDays }: Parts): Limit[] {
  return [
    ...counts
      .filter(({ atMost }) => atMost)
      .map(({ n, unit, period }) => ({ max: n, unit, per: period as string })),
    ...times.filter(({ atMost }) => atMost).map(({ n, unit }) => ({ max: n, unit })),
    ...lengths
      .filter(({ atMost, minutes }) => atMost && minutes[1] !== null)
      .map(({ minutes, per }) => ({ maxMinutes: minutes[1] as number, ...(per && { per }) })),
    ...(silentDays.length ? [{ silentDays }] : []),
  ]
}
