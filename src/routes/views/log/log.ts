/** The broadcast log as a page. */
import { obligationKey } from '../../../core/log/log.ts'
import type { LogRow } from '../../../core/log/log-words.ts'
import { unusualWords } from '../../../core/making.ts'
import { type AdoptedPlan, planName } from '../../../core/plan/edition.ts'
import { CHANNELS, type Channel } from '../../../core/plan.ts'
import { planRange } from '../../../core/plan-range.ts'
import type { Role } from '../../../core/role.ts'
import { can } from '../../../core/role.ts'
import {
  addDays,
  contains,
  type DateRange,
  earlier,
  type Instant,
  type LocalDate,
  localDateOf,
  monthOf,
  monthRange,
  overlaps,
} from '../../../core/wall-clock.ts'
import { CHANNEL_NAMES } from '../../../core/words/names.ts'
import { rangeInWords } from '../../../core/words/words.ts'
import type { LogRowView, LogView } from '../../../templates/log-views.ts'
import type { Frame, Pager, Say } from '../../../templates/views.ts'
import { firstDays, leftByMonth } from '../long-list.ts'
import { slotPath } from '../paths.ts'
import { say } from '../say.ts'
import { plainTag } from '../tag.ts'

export type LogQuestion = { range: DateRange; channel: Channel | null; obligation: string | null }

/** The log's address with its filter; `ending` names a file. */
function logPath({ range, channel, obligation }: LogQuestion, ending = ''): string {
  const query = new URLSearchParams({ from: range.from, to: range.to })
  if (channel) query.set('channel', channel)
  if (obligation) query.set('obligation', obligation)
  return `/nhat-ky${ending}?${query}`
}

export const logTitle = (channel: Channel | null): string =>
  channel === null || channel === 'loudspeaker'
    ? 'Sổ nhật ký phát thanh'
    : `Sổ nhật ký: ${CHANNEL_NAMES[channel]}`

type Shown = {
  frame: Frame
  question: LogQuestion
  rows: readonly LogRow[]
  plans: readonly AdoptedPlan[]
  role: Role
  now: Instant
}

export function logView({ frame, question, rows, plans, role, now }: Shown): LogView {
  const { range, channel, obligation } = question
  const groups = obligationGroups(plans, question)
  const chosen = groups.flatMap(({ obligations }) => obligations).find((one) => one.chosen)
  const month = monthRange(range.from)
  const { shown, left } = firstDays(rows)
  return {
    ...{ frame, pager: pagerOf(question, localDateOf(now)), say: sayRows(rows) },
    ...{ from: range.from, to: range.to },
    channels: [
      { value: '', words: 'Mọi kênh', chosen: channel === null },
      ...CHANNELS.map((value) => ({ value, words: CHANNEL_NAMES[value], chosen: value === channel })),
    ],
    obligations: { any: obligation === null, groups },
    filtered: channel !== null || obligation !== null || month.to !== range.to || month.from !== range.from,
    files: { csv: logPath(question, '.csv'), xlsx: logPath(question, '.xlsx') },
    mayImport: can(role, 'record'),
    days: [...Map.groupBy(shown, ({ day }) => day)].map(([date, some]) => ({
      date,
      rows: some.map(rowView),
    })),
    rest: leftByMonth(left, ({ from, to }) =>
      logPath({ ...question, range: { from, to: earlier(to, range.to) } }),
    ),
    paper: {
      ...{ unit: frame.unit ?? '', title: logTitle(channel), range },
      filters: [
        channel && channel !== 'loudspeaker' ? CHANNEL_NAMES[channel] : null,
        obligation && `nhiệm vụ ${chosen?.words ?? obligation}`,
      ].filter((words) => words !== null),
    },
  }
}

/** The obligations of the plans that speak of these days, each under its plan: two plans may number theirs alike. */
const obligationGroups = (
  plans: readonly AdoptedPlan[],
  { range, obligation }: LogQuestion,
): LogView['obligations']['groups'] =>
  plans
    .filter(
      (plan) =>
        overlaps(planRange(plan), range) ||
        plan.obligations.some((one) => obligationKey(plan.id, one) === obligation),
    )
    .map((plan) => ({
      plan: planName(plan),
      obligations: plan.obligations.map((one) => ({
        ...{ value: obligationKey(plan.id, one), words: `${one.clause} ${one.title}` },
        chosen: obligationKey(plan.id, one) === obligation || one.id === obligation,
      })),
    }))

function pagerOf(question: LogQuestion, today: LocalDate): Pager {
  const { from } = question.range
  const monthOfDay = (date: LocalDate) => {
    const range = monthRange(date)
    const month = monthOf(range.from)
    return { href: logPath({ ...question, range }), words: `Tháng ${month}`, short: `T${month}` }
  }
  const here = contains(monthRange(today), from)
  return {
    heading: logTitle(question.channel),
    sub: rangeInWords(question.range),
    previous: monthOfDay(addDays(monthRange(from).from, -1)),
    next: monthOfDay(addDays(monthRange(from).to, 1)),
    current: here ? null : { href: '/nhat-ky', words: 'Tháng này' },
  }
}

const LOOKS: [LogRow['look'], string, Say['tone']][] = [
  ['done', 'đã thực hiện', 'plain'],
  ['miss', 'không thực hiện', 'miss'],
  ['excuse', 'có lý do', 'plain'],
  ['ask', 'cần xem lại', 'ask'],
]

function sayRows(rows: readonly LogRow[]): Say[] {
  const counted = LOOKS.map(([look, words, tone]) => ({
    ...{ words, tone, count: rows.filter((row) => row.look === look).length },
  })).filter(({ count }) => count > 0)
  if (!counted.length) return [say('Chưa có gì trong những ngày này.')]
  const parts = counted.map(({ words, tone, count }, i) =>
    say(`${words} ${count}${i === counted.length - 1 ? '.' : ','}`, tone),
  )
  return [say(`${rows.length} dòng:`, 'strong'), ...parts]
}

const TONES = { done: 'done', ask: 'ask', miss: 'miss', excuse: 'excuse', plan: 'plan' } as const

function rowView(row: LogRow): LogRowView {
  const { slotId, title, planned, moved, actual, minutes, why, by, recorded, evidence } = row
  return {
    ...{ title, planned, moved, actual, minutes, why, by, recorded, evidence },
    href: slotId && slotPath(slotId),
    details: [row.mark, row.issue, row.clause, ...(row.making ? unusualWords(row.making) : [])].filter(
      Boolean,
    ),
    tag: plainTag(row.outcome, TONES[row.look]),
  }
}
