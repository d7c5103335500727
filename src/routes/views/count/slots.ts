/** The slots and facts behind a number of the count. */
import { type Count, countOf, type PlanReadings } from '../../../actions/count.ts'
import { countsOf, periodOf } from '../../../actions/year-count.ts'
import type { Calendars } from '../../../calendars.ts'
import { isOccurrence } from '../../../core/count/count-rows.ts'
import type { ObligationCount } from '../../../core/count/obligation-count.ts'
import { THEME_NAMES, themeOf } from '../../../core/count/theme.ts'
import { type Fact, uncorrected } from '../../../core/fact.ts'
import type { Obligation } from '../../../core/plan.ts'
import type { Bucket } from '../../../core/standing.ts'
import { figure } from '../../../core/words/figures.ts'
import { AIRING_NAMES, CHANNEL_NAMES } from '../../../core/words/names.ts'
import { documentDay, rangeInWords } from '../../../core/words/words.ts'
import type { CountedLine, CountSlotsView } from '../../../templates/count-views.ts'
import type { Frame } from '../../../templates/views.ts'
import type { YearQuestion } from '../../count/count-query.ts'
import { pageOf } from '../long-list.ts'
import { say } from '../say.ts'
import { countedLine, logLine } from './counted-line.ts'
import { NO_LEAD } from './groups.ts'
import { AIRING_KEYS, BUCKETS, type BucketKey, countPath, type SlotsFilter, slotsPath } from './paths.ts'

export type SlotsQuestion = {
  frame: Frame
  question: YearQuestion
  known: readonly PlanReadings[]
  /** The query as it came. */
  filter: Record<string, string>
  calendars: Calendars
}

export function countSlotsView({ frame, question, known, filter, calendars }: SlotsQuestion): CountSlotsView {
  const { year, basis, asOf } = question
  const month = /^([1-9]|1[0-2])$/.test(filter.thang ?? '') ? Number(filter.thang) : null
  const key = month === null ? 'Y' : `${year}-${String(month).padStart(2, '0')}`
  const period = periodOf(calendars, basis, key, year)
  const counts = known
    .filter(({ plan }) => !filter.keHoach || plan.id === filter.keHoach)
    .map((one) => countOf(one, period))
  const all = counts.flatMap((count) => linesOf(count, filter))
  const { shown, rest } = pageOf(all, Number(filter.trang) || 1, (trang) =>
    slotsPath(question, { ...(filter as SlotsFilter), trang }),
  )
  const span = month === null ? `năm ${year}` : `tháng ${month}`
  return {
    frame,
    back: { href: countPath(question), words: `Tiến độ năm ${year}` },
    heading: headingOf(counts.flatMap(countsOf), filter),
    say: [
      say(all.length ? `${figure(all.length)} dòng,` : 'Không có kỳ nào,', 'strong'),
      say(`${span} (${rangeInWords(period)}), tính đến hết ${documentDay(asOf)}.`),
    ],
    lines: shown.map((line) => line()),
    rest,
  }
}

/** Put into words when they are shown. */
function linesOf(count: Count, filter: Record<string, string>): (() => CountedLine)[] {
  const counts = countsOf(count).filter((counted) => isWanted(counted, filter))
  const alone = new Set(counts.map(({ obligation }) => obligation.id)).size === 1
  const buckets = bucketOf(filter.loai)?.holds ?? null
  const slots = counts
    .flatMap((counted) => counted.slots)
    .filter(({ at }) => buckets?.some((bucket) => bucket === at.bucket) ?? true)
  const logs = buckets === null || buckets.includes('onTime') ? logsOf(count, counts) : []
  return [
    ...slots.map((one) => () => countedLine(one, count.confirmed, alone)),
    ...logs.map(
      ({ fact, obligation }) =>
        () =>
          logLine(fact, obligation, count.confirmed),
    ),
  ]
}

const bucketOf = (key: string | undefined): { words: string; holds: readonly Bucket[] } | null =>
  key !== undefined && Object.hasOwn(BUCKETS, key) ? BUCKETS[key as BucketKey] : null

type Filter = Record<string, string>

function isWanted(
  { obligation, row }: ObligationCount,
  { nhiemVu, phat, kenh, chuTri, linhVuc }: Filter,
): boolean {
  if (nhiemVu && obligation.id !== nhiemVu.normalize('NFC')) return false
  if (phat && AIRING_KEYS[row.airing] !== phat) return false
  if (kenh && obligation.channels[0] !== kenh) return false
  if (chuTri && (obligation.lead ?? NO_LEAD) !== chuTri) return false
  return !linhVuc || themeOf(obligation) === linhVuc
}

function headingOf(counts: ObligationCount[], filter: Filter): string {
  const counted = filter.nhiemVu ? counts.find((one) => isWanted(one, filter)) : undefined
  const rerun = filter.phat === AIRING_KEYS.rerun ? ` (${AIRING_NAMES.rerun.name.toLowerCase()})` : ''
  const what = counted ? `${counted.obligation.title}${rerun}` : groupWords(filter)
  const list = bucketOf(filter.loai)?.words
  return list ? `${what}: ${list}` : what
}

function groupWords({ kenh, chuTri, linhVuc }: Filter): string {
  if (kenh && Object.hasOwn(CHANNEL_NAMES, kenh)) return CHANNEL_NAMES[kenh as keyof typeof CHANNEL_NAMES]
  if (linhVuc && Object.hasOwn(THEME_NAMES, linhVuc)) return THEME_NAMES[linhVuc as keyof typeof THEME_NAMES]
  return chuTri || 'Các kỳ của kế hoạch'
}

function logsOf(
  { logged, asOf, period }: Count,
  counts: ObligationCount[],
): { fact: Fact; obligation: Obligation }[] {
  const obligationOf = new Map(counts.map(({ obligation }) => [obligation.id, obligation]))
  return uncorrected(logged)
    .filter((fact) => isOccurrence(fact, period, asOf))
    .flatMap((fact) => {
      const obligation = obligationOf.get(fact.obligationId)
      return obligation ? [{ fact, obligation }] : []
    })
}
