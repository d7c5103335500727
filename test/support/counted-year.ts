/**
 * The year that the tests of the count tell: Ngọk Tụ 2025 with make-ups, a storm, a short airing, a rerun that fell
 * out, and Ngày Chuyển đổi số held on 10/10, after its Quý III. The plan is the real one, but for a stated length of
 * 10–15 minutes in C.I.2.a, without which no airing could be too short.
 */

import { recordFact } from '../../src/actions/record-fact.ts'
import { recordOnObligation } from '../../src/actions/record-on-obligation.ts'
import { calendars } from '../../src/calendars.ts'
import type { Author } from '../../src/core/author.ts'
import { type Fact, type FactInput, factInput } from '../../src/core/fact.ts'
import type { Plan } from '../../src/core/plan.ts'
import type { Recorded } from '../../src/core/reading.ts'
import { expand } from '../../src/core/slot.ts'
import { endOfDay, type LocalDate } from '../../src/core/wall-clock.ts'
import type { Db } from '../../src/store/db.ts'
import { adopt } from './adopt.ts'
import { samplePlan } from './plans.ts'

export const PLAN_ID = 'ngok-tu-2025'
export const UNIT = 'xa-ngok-tu'

export function countedPlan(): Plan {
  const plan = samplePlan(PLAN_ID)
  const obligations = plan.obligations.map((obligation) =>
    obligation.id === 'C.I.2.a' && obligation.cadence.kind === 'rate'
      ? { ...obligation, cadence: { ...obligation.cadence, minutes: { min: 10, max: 15 } } }
      : obligation,
  )
  return { ...plan, obligations }
}

/** What somebody says of a slot (`C.I.2.a:16`), or of an obligation (`C.II.2`). */
type Told = { of: string; kind: FactInput['kind']; at: string } & Record<string, unknown>

const told = (of: string, kind: FactInput['kind'], at: string, more: Record<string, unknown> = {}): Told => ({
  ...{ of, kind, at, ...more },
})

const day = (ordinal: number, first: LocalDate): LocalDate =>
  new Date(Date.parse(`${first}T00:00:00Z`) + (ordinal - 1) * 14 * 86_400_000).toISOString().slice(0, 10)

/** Issues 1 to 14 went on air before the plan was in force (24/7/2025); they count. */
const BEFORE = Array.from({ length: 14 }, (_, i) =>
  told(`C.I.2.a:${String(i + 1).padStart(2, '0')}`, 'aired', `${day(i + 1, '2025-01-06')}T05:30`, {
    minutes: 15,
  }),
)

const STORM = { reason: 'disaster', document: 'Công văn số 45/UBND ngày 14/9/2025' }
const link = (name: string) => ({ link: `https://ngoktu.example/${name}` })

export const TOLD: readonly Told[] = [
  ...BEFORE,
  told('C.I.2.a:16', 'aired', '2025-08-04T05:31', { minutes: 15, ...link('so-16') }),
  told('C.I.2.a:17', 'aired', '2025-08-20T05:30', { minutes: 15 }),
  told('C.I.2.a:18', 'not-aired', '2025-09-01T05:30', { reason: 'power' }),
  told('C.I.2.a:18', 'made-up', '2025-09-05T05:30', { minutes: 15 }),
  told('C.I.2.a:19', 'excused', '2025-09-15T05:30', STORM),
  told('C.I.2.c:08', 'aired', '2025-08-05T17:30', { minutes: 15 }),
  told('C.I.2.c:08.r1', 'aired', '2025-08-12T17:30', { minutes: 15 }),
  told('C.I.2.c:08.r2', 'aired', '2025-08-19T17:30', { minutes: 15 }),
  told('C.I.2.c:08.r3', 'not-aired', '2025-08-26T17:30', { reason: 'equipment' }),
  told('C.I.2.c:09', 'moved', '2025-08-29T10:00', { to: '2025-09-03T17:30' }),
  told('C.I.2.c:09', 'aired', '2025-09-03T17:30', { minutes: 15 }),
  told('C.I.2.c:09.r1', 'aired', '2025-09-09T17:30', { minutes: 15 }),
  told('C.I.2.c:09.r2', 'excused', '2025-09-16T17:30', STORM),
  told('C.II.2', 'posted', '2025-08-02T09:00', link('tin-1')),
  told('C.II.2', 'posted', '2025-08-20T09:00', link('tin-2')),
  told('C.II.2', 'posted', '2025-09-25T09:00', link('tin-3')),
  told('C.II.3', 'held', '2025-09-12T08:00', { people: 42 }),
  told('E.5.c:03', 'posted', '2025-09-18T15:00'),
  // The last quarter.
  told('C.I.3.a', 'held', '2025-10-10T08:00', { people: 180, ...link('ngay-cds') }),
  told('C.I.2.a:21', 'aired', '2025-10-13T05:30', { minutes: 15 }),
  told('C.I.2.a:22', 'aired', '2025-10-27T05:30', { minutes: 7 }),
  told('C.I.2.a:23', 'aired', '2025-11-10T05:30', { minutes: 15 }),
  told('C.I.2.a:19', 'made-up', '2025-11-19T05:30', { minutes: 15 }),
  told('C.I.2.a:24', 'aired', '2025-11-24T05:30', { minutes: 15 }),
  told('C.I.2.a:25', 'aired', '2025-12-08T05:30', { minutes: 15 }),
  told('C.I.2.a:26', 'aired', '2025-12-22T05:30', { minutes: 15 }),
]

export const OFFICER: Author = { unit: UNIT, id: 'u-an', name: 'Y An' }

/** Where a told fact belongs: a slot, a window's only slot, or the obligation itself. */
function placeOf({ of }: Told, plan: Plan): { slotId: string | null; obligationId: string } {
  const [obligationId = '', ordinal] = of.split(':')
  const obligation = plan.obligations.find(({ id }) => id === obligationId)
  if (obligation?.cadence.kind === 'continuous') return { slotId: null, obligationId }
  return { slotId: `${plan.id}:${obligationId}:${ordinal ?? '01'}`, obligationId }
}

const inputOf = ({ of: _, ...input }: Told): FactInput =>
  factInput.parse({ ...input, at: `${input.at}:00+07:00` })

/** The year without a database: each fact recorded at the end of its day. */
export function countedYear(): { plan: Plan; recorded: Recorded[]; logged: Fact[] } {
  const plan = countedPlan()
  const facts = TOLD.map((one, i): Fact => {
    const input = inputOf(one)
    const at = input.at as number
    const place = placeOf(one, plan)
    return {
      ...input,
      incidentId: null,
      at,
      ...place,
      id: `f${i}`,
      planId: plan.id,
      by: OFFICER.name,
      recordedAt: at,
    }
  })
  const factsOf = Map.groupBy(facts, ({ slotId }) => slotId)
  return {
    plan,
    recorded: expand(plan, calendars.periods).map((slot) => ({ slot, facts: factsOf.get(slot.id) ?? [] })),
    logged: factsOf.get(null) ?? [],
  }
}

/** The same year recorded in a database, up to the end of a day. */
export async function tellYear(db: Db, until: LocalDate = '2025-12-31'): Promise<Plan> {
  const plan = countedPlan()
  await adopt(db, UNIT, plan, calendars, Date.parse('2025-07-24T08:00:00+07:00'))
  for (const one of TOLD) {
    const input = inputOf(one)
    const at = input.at as number
    if (at >= endOfDay(until)) continue
    const { slotId, obligationId } = placeOf(one, plan)
    const recorded =
      slotId === null
        ? await recordOnObligation(
            { db, who: OFFICER, now: at, calendars },
            { planId: plan.id, obligationId },
            input,
          )
        : await recordFact({ db, who: OFFICER, now: at }, slotId, input)
    if (!recorded.ok) throw new Error(`${one.of} ${one.at}: ${recorded.problem.detail}`)
  }
  return plan
}
