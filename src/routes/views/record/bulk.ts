/** Many slots answered at once, in words: the ways to it, the look before, and what came of it. */
import type { Bulk, BulkFacts, LeftAlone } from '../../../actions/bulk.ts'
import { obligationOf } from '../../../core/calendar-filter.ts'
import { apartTitle, type Twins, twinDetails, twinsOf } from '../../../core/plan/twins.ts'
import type { Obligation } from '../../../core/plan.ts'
import type { Problem } from '../../../core/problem.ts'
import { byDay, isAsked, type Reading } from '../../../core/reading.ts'
import { isAnswerable, MOST_AT_ONCE } from '../../../core/record/bulk.ts'
import { type Closing, closingFor } from '../../../core/record/closing.ts'
import { lower } from '../../../core/text.ts'
import {
  contains,
  type DateRange,
  formatIsoWeek,
  type Instant,
  yearMonthOf,
} from '../../../core/wall-clock.ts'
import { outcomeWords } from '../../../core/words/outcome.ts'
import { dayInWords, monthInWords, rangeInWords } from '../../../core/words/words.ts'
import type { BulkDoneView, BulkRow, BulkView } from '../../../templates/bulk-views.ts'
import type { Frame, Link } from '../../../templates/views.ts'
import { say } from '../say.ts'
import { saying } from './bulk-say.ts'
import { recordedWords } from './history.ts'
import { coveredView } from './incident.ts'

/** `obligation`: `<plan>:<clause>`, null for all. */
export type BulkScope = { of: 'day' | 'week' | 'month'; range: DateRange; obligation: string | null }

const PARAMETERS = {
  day: ({ from }: DateRange) => `ngay=${from}`,
  week: ({ from }: DateRange) => `tuan=${formatIsoWeek(from)}`,
  month: ({ from }: DateRange) => `thang=${yearMonthOf(from)}`,
}

const bulkPath = ({ of, range, obligation }: BulkScope, back: string): string =>
  `/ghi-loat?${PARAMETERS[of](range)}${obligation === null ? '' : `&nhiemVu=${encodeURIComponent(obligation)}`}&ve=${encodeURIComponent(back)}`

export const bulkDonePath = (id: string, back: string): string =>
  `/ghi-loat/${id}?ve=${encodeURIComponent(back)}`

/** `Đã phát` where all of them are aired, `Đã thực hiện` for a mixture. */
function doneWords(obligations: readonly Pick<Obligation, 'channels' | 'cadence'>[]): string {
  const words = new Set(obligations.map((obligation) => outcomeWords(obligation).done))
  return words.size === 1 ? ([...words][0] as string) : 'Đã thực hiện'
}

/** `closings`: what they keep is answered one by one, with a reason. */
type Around = { now: Instant; back: string; closings: readonly Closing[] }

/** `Đã phát cả ngày, trừ…`; null where one tap does as well. */
export function bulkLink(
  readings: readonly Reading[],
  scope: BulkScope,
  words: string,
  { now, back, closings }: Around,
): Link | null {
  const open = readings.filter((one) => isAnswerable(one, now) && closingFor(closings, one) === null)
  if (open.length < 2) return null
  const done = doneWords(open.map(({ obligation }) => obligation))
  return { href: bulkPath(scope, back), words: `${done} ${words}, trừ…` }
}

type Preview = Around & {
  frame: Frame
  scope: BulkScope
  readings: readonly Reading[]
  /** Of whoever looks, new with each preview. */
  key: string
}

export function bulkPreview({ frame, scope, readings, closings, now, key, back }: Preview): BulkView {
  const asked = readings.filter((one) => isAsked(one) && isWithin(one, scope)).sort(byDay)
  const unsaid = asked.filter((one) => isAnswerable(one, now))
  const answerable = unsaid.filter((one) => closingFor(closings, one) === null)
  const closed = unsaid.length - answerable.length
  const open = answerable.slice(0, MOST_AT_ONCE)
  const done = doneWords(open.map(({ obligation }) => obligation))
  const twins = twinsOf(readings.filter(isAsked))
  const [one] = asked
  const obligation = scope.obligation === null || !one ? null : apartTitle(twins, one)
  return {
    frame,
    heading: open.length ? `${done} ${scopeWords(scope)}` : closed ? ALL_CLOSED : NONE_OPEN,
    obligation,
    say: saying({ asked, open: answerable, closed }, done, now),
    fields: [
      { name: 'khoa', value: key },
      { name: 've', value: back },
    ],
    open: open.map((reading) => coveredView(reading, twins)),
    submit: `Ghi “${done}” cho các kỳ đã chọn`,
    back,
  }
}

const ALL_CLOSED = 'Số liệu đã chốt'
const NONE_OPEN = 'Không còn kỳ nào chưa xác nhận'

const isWithin = ({ slot, at }: Reading, { range, obligation }: BulkScope): boolean =>
  contains(range, at.dueDay) && (obligation === null || obligationOf(slot) === obligation)

function scopeWords({ of, range }: BulkScope): string {
  if (of === 'day') return `cả ${dayInWords(range.from)}`
  return of === 'week' ? `cả tuần ${rangeInWords(range)}` : `cả ${monthInWords(range.from)}`
}

type Done = { frame: Frame; id: string; back: string; now: Instant }

/** After it was recorded, and whenever somebody opens its address again. */
export function bulkDoneView({
  bulk,
  mayRecord,
  ...done
}: Done & { bulk: BulkFacts; mayRecord: boolean }): BulkDoneView {
  const standing = bulk.filter(({ stands }) => stands)
  const gone = bulk.length - standing.length
  const twins = twinsOf(standing.map(({ reading }) => reading))
  const rows = standing.map(({ reading, fact }) =>
    row(reading, twins, fact ? recordedWords(fact, done.now) : ''),
  )
  return {
    ...around(done),
    say: standing.length
      ? [
          say(`Đã ghi ${standing.length} kỳ.`, 'strong'),
          ...(gone ? [say(`${gone} kỳ đã được hoàn tác.`)] : []),
        ]
      : [say(`Cả ${bulk.length} kỳ đã được hoàn tác.`, 'strong')],
    left: [],
    rows,
    undo: mayRecord && standing.length ? undoOf(done, standing.length) : null,
  }
}

/** Just after it was recorded, when something was left alone. */
export function bulkResultView({ bulk, ...done }: Done & { bulk: Bulk }): BulkDoneView {
  const { recorded, left, gone } = bulk
  const twins = twinsOf(left.map(({ reading }) => reading))
  return {
    ...around(done),
    say: [
      say(recorded.length ? `Đã ghi ${recorded.length} kỳ.` : 'Không ghi kỳ nào.', 'strong'),
      ...(left.length ? [say(`${left.length} kỳ giữ nguyên.`, 'ask')] : []),
      ...(gone.length ? [say(`${gone.length} kỳ ${GONE}.`, 'ask')] : []),
    ],
    left: left.map(({ reading, problem }) => row(reading, twins, whyLeft(reading, problem, done.now))),
    rows: [],
    undo: recorded.length ? undoOf(done, recorded.length) : null,
  }
}

/**
 * The same for a phone: every chosen slot by its id, with its fact or with why it has none. Whoever else answers in our
 * name, as a Wi-Fi portal does, cannot name them.
 */
export function bulkAnswer({ bulk, id, back, now }: Omit<Done, 'frame'> & { bulk: Bulk }) {
  const { recorded, left, gone } = bulk
  const twins = twinsOf(left.map(({ reading }) => reading))
  return {
    page: recorded.length ? bulkDonePath(id, back) : back,
    facts: recorded.map(({ reading, factId }) => ({ slotId: reading.slot.id, factId })),
    left: [
      ...left.map((one) => leftInWords(one, twins, now)),
      ...gone.map((slotId) => ({ slotId, words: 'Một kỳ', why: `${GONE}.` })),
    ],
  }
}

function leftInWords({ reading, problem }: LeftAlone, twins: Twins, now: Instant) {
  const { when, title, tag } = coveredView(reading, twins)
  const why = whyLeft(reading, problem, now)
  const settled = problem === null && tag ? `${lower(tag.words)}, ${why}.` : why
  return {
    slotId: reading.slot.id,
    words: [when, title, ...twinDetails(twins, reading)].join(', '),
    why: settled,
  }
}

const GONE = 'không còn trong kế hoạch: kế hoạch đã đổi từ lúc mở trang'

const around = ({ frame, back }: Done) => ({ frame, back })

const undoOf = ({ id, back }: Done, count: number): BulkDoneView['undo'] => ({
  action: `/ghi-loat/${id}/hoan-tac`,
  back,
  words: count === 1 ? 'Hoàn tác' : `Hoàn tác cả ${count} kỳ`,
})

const row = (reading: Reading, twins: Twins, why: string): BulkRow => ({
  ...coveredView(reading, twins),
  why,
})

function whyLeft({ at }: Reading, problem: Problem | null, now: Instant): string {
  if (problem === null) return at.outcome ? recordedWords(at.outcome, now) : ''
  const first = 'errors' in problem ? problem.errors?.[0]?.message : undefined
  return problem.kind === 'invalid' && first ? first : problem.detail
}
