/** What each of the last weeks shows of an obligation: one sign a week, that of the slot which asks for most attention. */
import { type Fact, isDone, uncorrected } from '../fact.ts'
import { isDated, type Reading, type Recorded } from '../reading.ts'
import { type Bucket, isKept } from '../standing.ts'
import { addDays, contains, type DateRange, type LocalDate, localDateOf, weekRange } from '../wall-clock.ts'

/** What asks for most attention first: of several slots in a week the first of these is shown. */
const WEEK_SIGNS = ['ask', 'miss', 'short', 'excuse', 'late', 'done', 'ahead', 'moved', 'logged'] as const
export type WeekSign = (typeof WEEK_SIGNS)[number]

/** `done` of `asked` slots of the week; for what is logged without slots, how often. Null: nothing stands there. */
export type WeekCell = { week: DateRange; sign: WeekSign | null; done: number; asked: number }

const WEEKS_SHOWN = 12

/** The week of a day and the eleven before it, Monday to Sunday. */
export const lastWeeks = (today: LocalDate): DateRange[] =>
  Array.from({ length: WEEKS_SHOWN }, (_, i) => weekRange(addDays(today, 7 * (i + 1 - WEEKS_SHOWN))))

type Mark = { day: LocalDate; sign: WeekSign; kept: boolean; asked: boolean }

/** `logged`: the facts of the obligation without a slot. */
export function weekCells(
  readings: readonly Reading<Recorded>[],
  logged: readonly Fact[],
  weeks: readonly DateRange[],
): WeekCell[] {
  const marks = [...readings.flatMap(marksOf), ...uncorrected(logged).filter(isDone).map(logMark)]
  return weeks.map((week) => {
    const own = marks.filter(({ day }) => contains(week, day))
    return {
      week,
      sign: WEEK_SIGNS.find((sign) => own.some((mark) => mark.sign === sign)) ?? null,
      done: own.filter(({ kept }) => kept).length,
      asked: own.filter(({ asked }) => asked).length,
    }
  })
}

const SIGNS: Record<Bucket, WeekSign | null> = {
  onTime: 'done',
  late: 'late',
  madeUp: 'late',
  short: 'short',
  missed: 'miss',
  excused: 'excuse',
  unconfirmed: 'ask',
  remaining: 'ahead',
  outside: null,
}

/** What is excused or given up before its day is counted as ahead until then, and shown as what it is. */
const signOf = ({ bucket, standing }: Reading['at']): WeekSign | null =>
  bucket === 'remaining' && (standing === 'excused' || standing === 'missed')
    ? SIGNS[standing]
    : bucket && SIGNS[bucket]

/** Where it is due, or was done when it has no day; and where it stood before. */
function marksOf(reading: Reading<Recorded>): Mark[] {
  const { at } = reading
  const sign = signOf(at)
  if (!sign) return []
  const kept = isKept(at.standing)
  const day = isDated(reading) || !at.outcome ? at.dueDay : localDateOf(at.outcome.at)
  const left = at.left.map((place): Mark => {
    const missed = place.as === 'missed' && !kept
    return { day: place.date, sign: missed ? 'miss' : 'moved', kept: false, asked: false }
  })
  return [{ day, sign: at.makeUp ? 'ahead' : sign, kept, asked: true }, ...left]
}

const logMark = ({ at }: Fact): Mark => ({ day: localDateOf(at), sign: 'logged', kept: true, asked: false })
