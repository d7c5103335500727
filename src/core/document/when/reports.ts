/** Reports and what else is due by a day of every period: "báo cáo quý gửi trước ngày 05 tháng cuối của mỗi quý". */
import type { Item } from './items.ts'
import { type Sentence, take } from './sentence.ts'
import type { WhenReport } from './when.ts'

const ORDER: WhenReport[] = ['W', 'M', 'Q1', 'Q2', 'H1', 'Q3', 'Q4', 'H2', 'Y']

export type Due = {
  day: number
  exclusive: boolean
  after: boolean
  many: boolean
  periods: 'quarter' | 'month' | null
}

/** "trước ngày 20 của tháng cuối quý", "chậm nhất ngày 05 của tháng sau". */
export function takeDue(sentence: Sentence, isReport: boolean): Due[] {
  return take(
    sentence,
    /(?<!x)(?<rel>[tleEi]*)(?<x>x)(?<h>[wi,:hk]{0,3}(?<Y>Y?)(?:[hi]*(?<p>p))?)/dg,
    (match) => {
      const [days, month] = [match.item('x')?.days ?? [], match.item('Y')]
      const bound = isReport || /[tleE]/.test(match.letters('rel'))
      if (!(month || bound)) return null
      return {
        day: days[0] as number,
        exclusive: match.letters('rel').includes('t'),
        after: month?.after ?? false,
        many: days.length > 1,
        periods: month?.reports ?? (match.item('p')?.period === 'month' ? ('month' as const) : null),
      }
    },
  )
}

/** The periods that a phrase names: "quý, 6 tháng, năm". */
export function takePeriods(sentence: Sentence): WhenReport[] {
  const found = [
    ...take(sentence, /[hki]*(?<n>n?)(?<p>p)/dg, (match) => periodsOf(match.item('n'), match.item('p'))),
    ...take(sentence, /(?<![tlseEfHd,;v-])[hki]*(?<d>d)(?![eE-])/dg, (match) => named(match.item('d'))),
    ...take(sentence, /A/dg, ({ text }) => (text.endsWith('cả năm') ? ['Y' as const] : null)),
  ].flat()
  return inOrder(folded(new Set(found)))
}

/** Four quarters, of which the half year's and the year's report take the place of two. */
function folded(periods: ReadonlySet<Named>): Set<WhenReport> {
  const all = new Set(periods)
  if (all.delete('Q')) {
    for (const quarter of ['Q1', 'Q2', 'Q3', 'Q4'] as const) all.add(quarter)
    if (all.has('H1')) all.delete('Q2')
    if (all.has('Y')) all.delete('Q4')
  }
  return all as Set<WhenReport>
}

const inOrder = (periods: Set<WhenReport>): WhenReport[] => ORDER.filter((period) => periods.has(period))

type Named = WhenReport | 'Q'

function periodsOf(number: Item | undefined, item: Item | undefined): Named[] | null {
  const count = number?.n ?? 1
  if (item?.period === 'month')
    return ({ 1: ['M'], 3: ['Q'], 6: ['H1'], 9: ['Q3'], 12: ['Y'] } as const)[count]?.slice() ?? null
  if (count !== 1) return null
  return (
    ({ week: ['W'], quarter: ['Q'], half: ['H1'], year: ['Y'], day: null } as const)[
      item?.period as 'week'
    ]?.slice() ?? null
  )
}

/** "báo cáo quý III", "báo cáo 6 tháng đầu năm", "báo cáo năm 2026". */
function named(item: Item | undefined): Named[] | null {
  const stretches = item?.dates?.stretches ?? []
  const periods = stretches.flatMap(({ grain, first, last }): Named[] => {
    if (grain === 'quarter') return [`Q${last[0] / 3}` as Named]
    if (grain === 'half') return [first[0] === 1 ? 'H1' : 'H2']
    if (grain === 'part' && first[0] === 1 && last[0] === 9) return ['Q3']
    return grain === 'year' ? ['Y'] : []
  })
  return periods.length === stretches.length && periods.length ? periods : null
}
