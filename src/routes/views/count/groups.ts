/** The same count by channel, by lead office, by theme: each obligation belongs to one group, so the groups add up. */
import type { YearCount } from '../../../actions/year-count.ts'
import type { CountRow } from '../../../core/count/count-rows.ts'
import { type Sum, sumOf, tallyBy } from '../../../core/count/tally.ts'
import { THEME_NAMES, themeOf } from '../../../core/count/theme.ts'
import type { Channel, Obligation } from '../../../core/plan.ts'
import { duration } from '../../../core/words/figures.ts'
import { CHANNEL_NAMES } from '../../../core/words/names.ts'
import type { GroupTable } from '../../../templates/count-views.ts'
import type { YearQuestion } from '../../count/count-query.ts'
import { type SlotsFilter, slotsPath } from './paths.ts'

export const NO_LEAD = 'Chưa rõ cơ quan chủ trì'

type Grouping = {
  heading: string
  keyOf: (obligation: Obligation) => string
  words: (key: string) => string
  filter: (key: string) => SlotsFilter
}

const GROUPINGS: Grouping[] = [
  {
    heading: 'Theo kênh',
    keyOf: ({ channels }) => channels[0] as Channel,
    words: (key) => CHANNEL_NAMES[key as Channel],
    filter: (kenh) => ({ kenh }),
  },
  {
    heading: 'Theo cơ quan chủ trì',
    keyOf: ({ lead }) => lead ?? NO_LEAD,
    words: (key) => key,
    filter: (chuTri) => ({ chuTri }),
  },
  {
    heading: 'Theo lĩnh vực',
    keyOf: themeOf,
    words: (key) => THEME_NAMES[key as keyof typeof THEME_NAMES],
    filter: (linhVuc) => ({ linhVuc }),
  },
]

export const groupTables = (year: YearCount, question: YearQuestion): GroupTable[] => [
  ...obligationGroups(year, question),
  monthTable(year, question),
]

function monthTable({ count, months }: YearCount, question: YearQuestion): GroupTable {
  const rows = months.map(({ month, rows }) => ({
    words: `Tháng ${month}`,
    href: slotsPath(question, { keHoach: count.plan.id, thang: month }),
    ...figures(sumOf(rows.filter(({ scheduled, logged }) => scheduled + logged > 0))),
  }))
  return { heading: 'Theo tháng', rows }
}

function obligationGroups({ count }: YearCount, question: YearQuestion): GroupTable[] {
  const obligationOf = new Map(count.plan.obligations.map((obligation) => [obligation.id, obligation]))
  return GROUPINGS.map(({ heading, keyOf, words, filter }) => {
    const key = (row: CountRow) => keyOf(obligationOf.get(row.obligationId) as Obligation)
    const rows = tallyBy(count.rows, key).map(({ key, sum }) => ({
      words: words(key),
      href: slotsPath(question, { keHoach: count.plan.id, ...filter(key) }),
      ...figures(sum),
    }))
    return { heading, rows }
  })
}

const figures = ({
  rows,
  due,
  done,
  logged,
  unconfirmed,
  missed,
  excused,
  short,
  remaining,
  minutes,
}: Sum) => ({
  obligations: rows,
  due,
  done: done + logged,
  open: unconfirmed,
  failed: missed + excused + short,
  left: remaining,
  time: minutes ? duration(minutes) : '–',
})
