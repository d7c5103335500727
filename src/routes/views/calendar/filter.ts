/** A calendar's filter: what may be chosen, what is, and links that keep it. */
import { type CalendarFilter, isFiltered, obligationOf } from '../../../core/calendar-filter.ts'
import { apartTitle, type Twins, twinsOf } from '../../../core/plan/twins.ts'
import { isAsked, type Reading } from '../../../core/reading.ts'
import type { LocalDate } from '../../../core/wall-clock.ts'
import { CHANNEL_NAMES } from '../../../core/words/names.ts'
import type { CalendarFilterView } from '../../../templates/calendar-views.ts'
import type { Pager } from '../../../templates/views.ts'

/** As `?…`, empty where nothing is filtered. */
export function filterQuery({ plan, obligation, channel, lead }: CalendarFilter): string {
  const said = { keHoach: plan, nhiemVu: obligation, kenh: channel, chuTri: lead }
  const params = Object.entries(said).filter((entry): entry is [string, string] => entry[1] !== null)
  return params.length ? `?${new URLSearchParams(params)}` : ''
}

export function withFilter(pager: Pager, filter: CalendarFilter): Pager {
  const query = filterQuery(filter)
  const keep = <L extends { href: string }>(link: L): L => ({ ...link, href: link.href + query })
  const { previous, next, current } = pager
  return { ...pager, previous: keep(previous), next: keep(next), current: current && keep(current) }
}

/** `readings`: what the page starts from, unfiltered; `shown` stands in the field from the start. */
export function filterView(
  filter: CalendarFilter,
  readings: readonly Reading[],
  { kind, shown, path }: { kind: CalendarFilterView['kind']; shown: LocalDate; path: string },
): CalendarFilterView {
  const all = readings.filter(isAsked)
  const twins = twinsOf(all)
  const options = (
    [
      ['keHoach', 'Kế hoạch', filter.plan, all.map(({ plan }) => [plan.id, plan.title])],
      ['nhiemVu', 'Nhiệm vụ', filter.obligation, all.map((one) => obligationChoice(one, twins))],
      ['kenh', 'Kênh', filter.channel, all.flatMap(({ obligation }) => channelChoices(obligation))],
      [
        'chuTri',
        'Chủ trì',
        filter.lead,
        all.flatMap(({ obligation: { lead } }) => (lead ? [[lead, lead]] : [])),
      ],
    ] satisfies [string, string, string | null, string[][]][]
  ).map(([name, label, chosen, pairs]) => choicesOf(name, label, chosen, pairs))
  const told = options.flatMap(
    ({ choices }) => choices.find(({ chosen, value }) => chosen && value)?.words ?? [],
  )
  return {
    ...{ kind, shown },
    selects: options.filter(
      ({ choices }) => choices.length > 2 || choices.some(({ chosen, value }) => chosen && value),
    ),
    words: isFiltered(filter) ? `Đang lọc: ${told.join(', ')}` : null,
    clear: path,
  }
}

const obligationChoice = (one: Reading, twins: Twins): string[] => [
  obligationOf(one.slot),
  apartTitle(twins, one),
]

const channelChoices = ({ channels }: Reading['obligation']): string[][] =>
  channels.map((channel) => [channel, CHANNEL_NAMES[channel]])

/** Each once, by name; what is chosen stays there though the page has none of it. */
function choicesOf(name: string, label: string, chosen: string | null, pairs: readonly string[][]) {
  const known = new Map(pairs.map(([value = '', words = '']) => [value, words]))
  if (chosen !== null && !known.has(chosen)) known.set(chosen, chosen)
  const all = [...known].sort(([, a], [, b]) => a.localeCompare(b, 'vi'))
  return {
    ...{ name, label },
    choices: [
      { value: '', words: 'Tất cả', chosen: chosen === null },
      ...all.map(([value, words]) => ({ value, words, chosen: value === chosen })),
    ],
  }
}
