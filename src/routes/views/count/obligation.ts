/** An obligation of the count: its bar, its numbers, what to do about it, and the slots that all this rests on. */
import type { Count } from '../../../actions/count.ts'
import type { YearCount } from '../../../actions/year-count.ts'
import { rowKey } from '../../../core/count/count-rows.ts'
import { emptyMonths } from '../../../core/count/evenness.ts'
import type { ObligationCount } from '../../../core/count/obligation-count.ts'
import { paceAdvice, paceShort } from '../../../core/count/pace-words.ts'
import { nounOf, resultWords } from '../../../core/count/result-words.ts'
import { isDated } from '../../../core/reading.ts'
import { capital } from '../../../core/text.ts'
import { contains, monthOf } from '../../../core/wall-clock.ts'
import { AIRING_NAMES } from '../../../core/words/names.ts'
import { periodInWords } from '../../../core/words/period-words.ts'
import { listed } from '../../../core/words/rrule-words.ts'
import { dayInWords, shortDay } from '../../../core/words/words.ts'
import type { CountObligation } from '../../../templates/count-views.ts'
import type { Link } from '../../../templates/views.ts'
import type { YearQuestion } from '../../count/count-query.ts'
import { countAnchor, obligationPath, slotPath } from '../paths.ts'
import { barOf } from './bar.ts'
import { keysOf } from './keys.ts'
import { AIRING_KEYS, slotsPath } from './paths.ts'
import { type ChoosingRights, targetPanel } from './target-panel.ts'
import { verdictTag } from './verdict-tag.ts'

export function countObligation(
  counted: ObligationCount,
  year: YearCount,
  question: YearQuestion,
  choosing: ChoosingRights,
): CountObligation {
  const { obligation, row, slots } = counted
  const pace = year.paces.get(rowKey(row))
  const noun = nounOf(obligation, row)
  const advice = pace && paceAdvice(pace, noun, question.asOf)
  const target = targetPanel(counted, year, question, choosing)
  return {
    anchor: countAnchor(year.count.plan.id, obligation.id, row.airing),
    clause: obligation.clause,
    title: obligation.title,
    of: row.airing === 'rerun' ? AIRING_NAMES.rerun.name : null,
    href: obligationPath(year.count.plan.id, obligation.id),
    tag: verdictTag(counted),
    bar: barOf(row),
    keys: keysOf(counted, year.count.plan.id, question),
    result: advice ?? `${capital(pace ? paceShort(pace, noun) : resultWords(counted))}.`,
    notes: notesOf(counted, year.count),
    folded: target ? 'Căn cứ, từng kỳ, chỉ tiêu áp dụng' : slots.length ? 'Căn cứ, từng kỳ' : 'Căn cứ',
    unfolded: target !== null && target.error !== null,
    quote: quoteLine(obligation.quote),
    ways: [nextOf(counted), allOf(counted, year.count.plan.id, question)].filter((way) => way !== null),
    target,
  }
}

const SAYS_WHEN = /tần suất|thời gian|thời hạn|mỗi tháng|định kỳ|trước ngày/i

/** The line of a quote that says how often or when; the whole is on the plan's page. */
function quoteLine(quote: string): string {
  const lines = quote.split('\n').map((line) => line.replace(/^[\s*+-]+/, '').trim())
  return lines.find((line) => SAYS_WHEN.test(line)) ?? lines[0] ?? ''
}

function allOf(
  { obligation, row, slots }: ObligationCount,
  planId: string,
  question: YearQuestion,
): Link | null {
  if (!slots.length) return null
  const filter = { keHoach: planId, nhiemVu: obligation.id, phat: AIRING_KEYS[row.airing] }
  return { href: slotsPath(question, filter), words: `Từng kỳ: ${slots.length}` }
}

/** The next slot that is still ahead. */
export function nextOf({ slots }: ObligationCount): Link | null {
  const ahead = slots
    .filter((one) => one.at.bucket === 'remaining' && isDated(one))
    .toSorted((a, b) => (a.at.dueDay < b.at.dueDay ? -1 : 1))
  const [next] = ahead
  if (!next) return nextWindow(slots)
  const time = next.at.dueTime === null ? '' : `, ${next.at.dueTime}`
  return { href: slotPath(next.slot.id), words: `Kỳ tới ${dayInWords(next.at.dueDay)}${time}` }
}

function nextWindow(slots: ObligationCount['slots']): Link | null {
  const next = slots.find(({ at }) => at.bucket === 'remaining')
  return next ? { href: slotPath(next.slot.id), words: `Hạn ${dayInWords(next.at.dueDay)}` } : null
}

function notesOf(counted: ObligationCount, count: Count): string[] {
  return [unevenNote(counted, count), scheduleNote(counted), anchorNote(counted)].filter(
    (note) => note !== null,
  )
}

/** A total that is full does not hide an empty month. */
function unevenNote({ row, obligation }: ObligationCount, { all, period }: Count): string | null {
  if (obligation.cadence.kind !== 'rate') return null
  const own = all.filter(({ slot }) => slot.obligationId === row.obligationId && slot.airing === row.airing)
  const months = emptyMonths(own, period).map((month) => monthOf(`${month}-01`))
  if (!months.length) return null
  const full = row.target !== null && row.done >= row.target
  return `${full ? 'Đủ số nhưng không đều: tháng' : 'Tháng'} ${listed(months)} không có kỳ nào được thực hiện trong tháng.`
}

function scheduleNote({ row: { declared, scheduled, verdict } }: ObligationCount): string | null {
  if (declared === null || declared === scheduled || verdict === 'not-triggered') return null
  if (scheduled > declared) return `Lịch xếp ${scheduled} kỳ, kế hoạch ghi ${declared}.`
  return `Trong kỳ này lịch có ${scheduled} kỳ, kế hoạch ghi ${declared}.`
}

function anchorNote({ obligation, slots }: ObligationCount): string | null {
  const { anchor } = obligation.cadence
  const window = slots[0]?.slot.window
  if (anchor === null || !window || contains(window, anchor)) return null
  return `Mốc ${shortDay(anchor)} nằm ngoài ${periodInWords(window)} mà kế hoạch ghi.`
}
