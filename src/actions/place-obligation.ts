/** "Xếp giờ giúp": an hour, and the days that its form leaves open, for one obligation beside all that the unit has on air. */

import { type Entry, type Filled, filledOf } from '../core/form/filled.ts'
import { fillObligation, kindOf, obligationInPlan } from '../core/form/obligation-form.ts'
import type { Obligation, Plan } from '../core/plan.ts'
import { planRange } from '../core/plan-range.ts'
import { invalid, ok, type Problem, type Result } from '../core/problem.ts'
import { expand } from '../core/slot.ts'
import { airtimeOf } from '../core/station/airtime.ts'
import { place } from '../core/station/place.ts'
import { placedWords } from '../core/station/place-words.ts'
import { explainLeft } from '../core/station/remedy.ts'
import { isRate, wishOf } from '../core/station/wish.ts'
import type { Act } from './act.ts'
import { airOf } from './air.ts'

export type FoundHour = { filled: Filled; why: string }

/** Days that are ticked stay; an hour that stands in the form is looked for anew. */
export async function placeObligation(
  act: Act,
  plan: Plan,
  id: string | null,
  filled: Filled,
): Promise<Result<FoundHour>> {
  if (kindOf(filled) !== 'rate') return invalid('Chỉ việc định kỳ mới có giờ để xếp.')
  const asked = withoutGaps(filled)
  const read = obligationInPlan(plan, id, asked.filled)
  if (!read.ok) return read
  const { obligation, plan: whole } = read.value
  if (!isRate(obligation)) return invalid('Chỉ việc định kỳ mới có giờ để xếp.')
  const { stations, taken } = await airOf(act.db, act.who.unit, planRange(plan))
  if (!stations.length) return { ok: false, problem: NO_STATION }
  const wish = wishOf(whole, obligation, stations, { days: !asked.freed, time: false })
  const others = { ...whole, obligations: whole.obligations.filter((one) => one.id !== obligation.id) }
  const own = others.obligations.length
    ? airtimeOf(others, expand(others, act.calendars.periods), stations)
    : []
  const air = [...taken.filter(({ planId }) => planId !== plan.id), ...own]
  const { placed, book } = place([wish], stations, air)
  const [found] = placed
  if (!found) return invalid(whyNot(explainLeft(wish, stations, book)))
  const entries = withHours(filled, { ...obligation, cadence: found.cadence })
  return ok({ filled: filledOf(entries), why: placedWords(found, wish) })
}

const NO_STATION: Problem = invalid(
  'Đơn vị chưa đặt giờ phát của đài: đặt ở trang “Giờ phát của đài”, rồi chương trình mới xếp được.',
).problem

const whyNot = ({ why, remedy }: ReturnType<typeof explainLeft>): string =>
  remedy ? `${why} Muốn vừa thì ${remedy.words}.` : why

/** A form without an hour, or without a weekday, is read as if it had one; `freed` when its days are to be found too. */
function withoutGaps(filled: Filled): { filled: Filled; freed: boolean } {
  const noDays = filled.one('nhip') === 'tuan' && filled.all('thu').length === 0
  const days: Entry[] = noDays ? [['thu', 'MO']] : []
  const hour: Entry[] = filled.one('dk-gio') === '' ? [['dk-gio', '00:00']] : []
  return { filled: filledOf([...filled.entries, ...days, ...hour]), freed: noDays }
}

const FOUND = [
  'dk-gio',
  'dk-dai',
  'dk-dau',
  'dk-lai',
  'dk-lai-gio',
  'nhip',
  'moi',
  'thu',
  'tuan',
  'quy-tac-goc',
]

/** All that was typed, with the hour and the days that were found. */
const withHours = (filled: Filled, obligation: Obligation): Entry[] => [
  ...filled.entries.filter(([name]) => !FOUND.includes(name)),
  ...fillObligation(obligation).filter(([name]) => FOUND.includes(name)),
]
