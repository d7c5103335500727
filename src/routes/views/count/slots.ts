/** The slots and facts behind a number of the count. */
import { countOf, type PlanRecords } from '../../../actions/count.ts'
import { type Duty, dutiesOf, periodOf } from '../../../actions/year-count.ts'
import type { Calendars } from '../../../calendars.ts'
import { asOfInstant } from '../../../core/compliance.ts'
import type { Bucket, CountedSlot } from '../../../core/duty-count.ts'
import { GRADE_NAMES, gradeOf, proofOf } from '../../../core/evidence.ts'
import { type Fact, uncorrected } from '../../../core/fact.ts'
import { AIRING_NAMES, CHANNEL_NAMES, FACT_NAMES, reasonInWords } from '../../../core/names.ts'
import { periodInWords } from '../../../core/period-words.ts'
import type { Obligation } from '../../../core/plan.ts'
import { airingWords, goesOnAir, issueWords, slotTitle } from '../../../core/slot-words.ts'
import { isKept } from '../../../core/standing.ts'
import { THEME_NAMES, themeOf } from '../../../core/theme.ts'
import { contains, localDateOf, wallTimeOf } from '../../../core/wall-clock.ts'
import { dayInWords, documentDay, rangeInWords } from '../../../core/words.ts'
import type { SlotRecord } from '../../../store/slots.ts'
import type { CountedLine, CountSlotsView } from '../../../templates/count-views.ts'
import type { Frame, Link } from '../../../templates/views.ts'
import type { YearQuestion } from '../../count-query.ts'
import { slotPath } from '../places.ts'
import { say } from '../say.ts'
import { plainTag, tagOf } from '../tag.ts'
import { NO_LEAD } from './groups.ts'
import { AIRING_KEYS, BUCKET_KEYS, countPath } from './places.ts'

export type SlotsQuestion = {
  frame: Frame
  question: YearQuestion
  known: readonly PlanRecords[]
  /** The query as it came. */
  filter: Record<string, string>
  calendars: Calendars
}

type Counted = CountedSlot<SlotRecord>

export function countSlotsView({ frame, question, known, filter, calendars }: SlotsQuestion): CountSlotsView {
  const { year, basis, asOf } = question
  const month = /^([1-9]|1[0-2])$/.test(filter.thang ?? '') ? Number(filter.thang) : null
  const key = month === null ? 'Y' : `${year}-${String(month).padStart(2, '0')}`
  const period = periodOf(calendars, basis, key, year)
  const counts = known
    .filter(({ plan }) => !filter.keHoach || plan.id === filter.keHoach)
    .map((one) => countOf(one, period, asOf))
  const duties = counts.flatMap(dutiesOf).filter((duty) => wanted(duty, filter))
  const buckets = bucketsOf(filter.loai)
  const confirmed = new Set(known.flatMap(({ confirmed }) => [...confirmed]))
  const slots = duties.flatMap((duty) => duty.slots).filter((one) => !buckets || buckets.includes(one.bucket))
  const logs = buckets && !buckets.includes('onTime') ? [] : logsOf(counts, duties, period, asOf)
  const lines = [
    ...slots.map((one) => slotLine(one, confirmed)),
    ...logs.map(({ fact, obligation }) => logLine(fact, obligation, confirmed)),
  ]
  return {
    frame,
    back: { href: countPath(question), words: `Chỉ tiêu năm ${year}` },
    heading: headingOf(duties, filter),
    say: [
      say(lines.length ? `${lines.length} dòng` : 'Không có kỳ nào', 'strong'),
      say(
        `${month === null ? `năm ${year}` : `tháng ${month}`} (${rangeInWords(period)}), tính đến hết ${documentDay(asOf)}.`,
      ),
    ],
    lines,
  }
}

const bucketsOf = (key: string | undefined): readonly Bucket[] | null =>
  key !== undefined && Object.hasOwn(BUCKET_KEYS, key) ? BUCKET_KEYS[key as keyof typeof BUCKET_KEYS] : null

function wanted(
  { obligation, row }: Duty,
  { nhiemVu, phat, kenh, chuTri, linhVuc }: Record<string, string>,
): boolean {
  if (nhiemVu && obligation.id !== nhiemVu.normalize('NFC')) return false
  if (phat && AIRING_KEYS[row.airing] !== phat) return false
  if (kenh && obligation.channels[0] !== kenh) return false
  if (chuTri && (obligation.lead ?? NO_LEAD) !== chuTri) return false
  return !linhVuc || themeOf(obligation) === linhVuc
}

const LISTS: Record<string, string> = {
  'dung-han': 'đúng hạn',
  'tre-han': 'trễ hạn',
  bu: 'thực hiện bù',
  'da-lam': 'đã thực hiện',
  'chua-dat': 'chưa đạt',
  'khong-lam': 'không thực hiện',
  'co-ly-do': 'không thực hiện, có lý do được chấp nhận',
  'chua-xac-nhan': 'chưa xác nhận',
  'con-lai': 'chưa đến hạn',
  'truoc-hieu-luc': 'trước ngày có hiệu lực',
  'den-han': 'đến hạn',
}

function headingOf(duties: Duty[], filter: Record<string, string>): string {
  const [first] = duties
  const rerun =
    first && filter.phat === AIRING_KEYS.rerun ? ` (${AIRING_NAMES.rerun.name.toLowerCase()})` : ''
  const what = filter.nhiemVu && first ? `${first.obligation.title}${rerun}` : groupWords(filter)
  const list = filter.loai && LISTS[filter.loai]
  return list ? `${what}: ${list}` : what
}

function groupWords({ kenh, chuTri, linhVuc }: Record<string, string>): string {
  if (kenh && Object.hasOwn(CHANNEL_NAMES, kenh)) return CHANNEL_NAMES[kenh as keyof typeof CHANNEL_NAMES]
  if (linhVuc && Object.hasOwn(THEME_NAMES, linhVuc)) return THEME_NAMES[linhVuc as keyof typeof THEME_NAMES]
  return chuTri || 'Các kỳ của kế hoạch'
}

function slotLine(one: Counted, confirmed: ReadonlySet<string>): CountedLine {
  const { slot, obligation, at } = one
  const airing = goesOnAir(obligation) ? airingWords(slot) : null
  return {
    href: slotPath(slot.id),
    when: slot.window && !at.moved ? periodInWords(slot.window) : dayTime(at.dueDay, at.dueTime),
    title: slotTitle(slot, obligation),
    details: [slot.obligationId, airing, issueWords(slot, obligation), movedWords(one)].filter(
      (part) => part !== null,
    ),
    tag: tagOf(at, obligation.channels),
    told: toldOf(one, confirmed),
    link: linkOf(at.outcome && proofOf(at.outcome, one.facts)),
  }
}

const dayTime = (day: string, time: string | null): string =>
  time === null ? dayInWords(day) : `${dayInWords(day)}, ${time}`

const movedWords = ({ at, slot }: Counted): string | null =>
  at.moved && slot.date ? `dời từ ${documentDay(slot.date)}` : null

/** What was recorded, by whom, how it is proven. */
function toldOf({ at, facts }: Counted, confirmed: ReadonlySet<string>): string[] {
  const { outcome, standing } = at
  if (!outcome) return []
  const grade = isKept(standing) ? GRADE_NAMES[gradeOf(outcome, facts, confirmed)].toLowerCase() : null
  return [...factWords(outcome), grade].filter((part) => part !== null)
}

const factWords = (fact: Fact): (string | null)[] => [
  `${FACT_NAMES[fact.kind]} ${wallTimeOf(fact.at)} ngày ${documentDay(localDateOf(fact.at))}`,
  fact.minutes === null ? null : `${fact.minutes} phút`,
  fact.people === null ? null : `${fact.people.toLocaleString('vi-VN')} người`,
  fact.reason === null ? null : `lý do: ${reasonInWords(fact.reason)}`,
  fact.document === null ? null : `theo ${fact.document}`,
  `${fact.by} ghi`,
]

const linkOf = (proof: string | null): Link | null =>
  proof?.startsWith('http') ? { href: proof, words: 'Mở minh chứng' } : null

type Log = { fact: Fact; obligation: Obligation }

function logsOf(
  counts: readonly PlanRecords[],
  duties: Duty[],
  period: { from: string; to: string },
  asOf: string,
): Log[] {
  const dutyOf = new Map(duties.map(({ obligation }) => [obligation.id, obligation]))
  return counts
    .flatMap(({ logged }) => uncorrected(logged))
    .filter((fact) => fact.at <= asOfInstant(asOf) && contains(period, localDateOf(fact.at)))
    .flatMap((fact) => {
      const obligation = dutyOf.get(fact.obligationId)
      return obligation ? [{ fact, obligation }] : []
    })
}

function logLine(fact: Fact, obligation: Obligation, confirmed: ReadonlySet<string>): CountedLine {
  const grade = GRADE_NAMES[gradeOf(fact, [], confirmed)].toLowerCase()
  return {
    href: null,
    when: dayTime(localDateOf(fact.at), wallTimeOf(fact.at)),
    title: obligation.title,
    details: [obligation.id, fact.place, fact.note].filter((part) => part !== null),
    tag: plainTag(FACT_NAMES[fact.kind], 'done'),
    told: [...factWords(fact).slice(1), grade].filter((part) => part !== null),
    link: linkOf(proofOf(fact, [])),
  }
}
