/**
 * Papers of an office with ten plans and a continuation: a perfect year reads as one, what is odd stays sensible, and each
 * number of a paper is found again in the API, slot by slot.
 */
import { afterAll, describe, expect, test } from 'vitest'
import { adopt } from '../../../src/actions/adopt.ts'
import { closePeriod } from '../../../src/actions/close-period.ts'
import { recordFact } from '../../../src/actions/record-fact.ts'
import { makeReport } from '../../../src/actions/report.ts'
import { calendars } from '../../../src/calendars.ts'
import { type FactKind, inputOf } from '../../../src/core/fact.ts'
import type { Plan } from '../../../src/core/plan.ts'
import { plannedDay, type Slot } from '../../../src/core/slot.ts'
import { instantOf, isLocalDate } from '../../../src/core/wall-clock.ts'
import { reportDocx } from '../../../src/reports/docx.ts'
import { reportCsv } from '../../../src/reports/tables.ts'
import { listSlots } from '../../../src/store/slots.ts'
import { readDocx } from '../../support/docx-text.ts'
import { seenAt } from '../../support/moments.ts'
import { addToken } from '../../support/people.ts'
import { planData, planOf } from '../../support/plans.ts'
import { testHouse } from '../../support/test-house.ts'

const UNIT = 'xa-thu'
const LAN = { unit: UNIT, id: 'u-lan', name: 'Y Lan', role: 'leader', via: 'session' } as const
const NEW_YEAR = instantOf('2027-01-05', '08:00')
const MONTHLY = { kind: 'rate', rrule: 'FREQ=MONTHLY;BYMONTHDAY=5;COUNT=12', time: '05:30', declared: 12 }
const WEEKLY = { kind: 'rate', rrule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=52', time: '17:00', declared: 52 }
const QUARTER = { kind: 'window', window: { from: '2026-07-01', to: '2026-09-30' } }
const obligation = (id: string, cadence: object) => ({
  ...{ id, title: `Việc ${id}`, channels: ['loudspeaker'], lead: 'P', quote: 'x', cadence },
})
const planOfYear = (id: string, year: number, obligations: object[], more: object = {}): Plan =>
  planOf(
    planData(
      {},
      { id, year, title: `Tuyên truyền ${id}`, inForceFrom: `${year}-01-01`, obligations, ...more },
    ),
  )

const IF_ANY = { ...MONTHLY, rrule: 'FREQ=MONTHLY;BYMONTHDAY=7;COUNT=12', conditional: true }
const TEN = Array.from({ length: 10 }, (_, i) => {
  const rest =
    i === 1
      ? [obligation('B', QUARTER), obligation('C', IF_ANY), obligation('D', { kind: 'continuous' })]
      : []
  return planOfYear(`ke-hoach-${i}`, 2026, [obligation('A', i ? MONTHLY : WEEKLY), ...rest])
})
const BEFORE = planOfYear('nam-truoc', 2025, [obligation('A', WEEKLY)])
const CONTINUED = planOfYear('noi-tiep', 2026, [obligation('A', { ...MONTHLY, time: '06:00' })])

/** What is said of a slot; null: nobody says anything. */
type Told = { kind: FactKind; at?: number; minutes?: number; reason?: string; document?: string }
type Said = (slot: Slot) => Told | null

const AIRED: Said = ({ obligationId }) => (obligationId === 'C' ? null : { kind: 'aired' })

async function office(plans: readonly Plan[], said: Said, continued: readonly Plan[] = []) {
  const house = await testHouse()
  afterAll(() => house[Symbol.asyncDispose]())
  await house.addUnit(UNIT, 'UBND xã Thử')
  const act = { db: house.db, who: LAN, now: instantOf('2024-12-01', '08:00'), calendars }
  for (const [origin, list] of [
    ['file', plans],
    ['next-year', continued],
  ] as const)
    for (const plan of list) {
      const adopted = await adopt(act, plan, { origin })
      if (!adopted.ok) throw new Error(adopted.problem.detail)
    }
  for (const { slot } of await listSlots(house.db, UNIT)) {
    const told = said(slot)
    if (told === null) continue
    const day = plannedDay(slot)
    const at = instantOf(day, slot.time ?? '09:00')
    const { kind, ...more } = { at, ...told }
    const recorded = await recordFact({ db: house.db, who: LAN, now: NEW_YEAR }, slot.id, inputOf(kind, more))
    if (!recorded.ok) throw new Error(`${slot.id}: ${JSON.stringify(recorded.problem)}`)
  }
  house.clock.now = NEW_YEAR
  const token = await addToken(house.db, UNIT, 'viewer')
  const report = async (period: string, asOf: string, basis: 'report-year' | 'plan-year' = 'report-year') => {
    const of = { basis, period, year: 2026, asOf, forecast: false }
    const made = await makeReport({ db: house.db, unit: UNIT, calendars, moment: seenAt(NEW_YEAR) }, of)
    if (!made.ok) throw new Error(made.problem.detail)
    return made.value.report
  }
  const api = async (path: string) =>
    (await house.ask(`/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } })).json()
  return { ...house, report, api }
}

const PERIODS: [period: string, asOf: string][] = [
  ['Y', '2026-12-14'],
  ['H1', '2026-06-14'],
  ['Q1', '2026-03-14'],
  ['Q3', '2026-09-14'],
  ['2026-05', '2026-05-14'],
  ['2026-02-10..2026-03-20', '2026-03-20'],
]

describe('ten plans, a plan of the year before and one that runs on, everything aired', async () => {
  const house = await office([...TEN, BEFORE], AIRED, [CONTINUED])

  test.each(PERIODS)('%s reads as perfect', async (period, asOf) => {
    const report = await house.report(period, asOf)
    const words = report.document.body.map(({ text }) => text)
    expect([report.sum.due > 0, report.sum.done]).toEqual([true, report.sum.due])
    expect(words.join('\n')).toContain(`đã thực hiện ${report.sum.due} kỳ (đạt 100%)`)
    expect(words).toContain('Trong kỳ không có tồn tại, hạn chế cần nêu.')
    expect(words.join('\n')).not.toMatch(/[Tt]hiếu|NaN|undefined|null/)
    expect(reportCsv(report)).not.toMatch(/Không đạt|Thiếu|NaN/)
    const parts = readDocx(await reportDocx(report))
    expect(parts.length).toBeGreaterThan(10)
  })

  test('the year tells what runs on without having been issued, and counts December of the year before', async () => {
    const { plans, rows, document } = await house.report('Y', '2026-12-14')
    expect(plans).toHaveLength(12)
    expect(rows.find(({ planId }) => planId === 'nam-truoc')).toMatchObject({ due: 3, done: 3 })
    expect(document.body[2]?.text).toContain('12 kế hoạch (trong đó 1 kế hoạch được tiếp tục')
  })
})

describe('a year with all that can happen to a slot', async () => {
  const house = await office(TEN.slice(0, 2), (slot) => {
    if (slot.obligationId === 'C') return slot.ordinal === 3 ? { kind: 'aired' } : null
    if (slot.ordinal === 2) return { kind: 'not-aired', reason: 'power' }
    if (slot.ordinal === 3) return { kind: 'excused', reason: 'disaster', document: 'Công văn 1' }
    if (slot.ordinal === 4) return { kind: 'aired', at: instantOf(plannedDay(slot), '23:00') + 86_400_000 }
    return slot.ordinal === 5 ? null : { kind: 'aired', minutes: 12 }
  })

  test.each(PERIODS)(
    '%s: each number of the paper is found again in the API, slot by slot',
    async (period, asOf) => {
      const report = await house.report(period, asOf)
      const { from, to } = report.period
      type ApiSlot = {
        id: string
        obligationId: string
        airing: string
        standing: string
        window: { to: string } | null
        start: string | null
      }
      const { slots } = (await house.api(`/slots?from=${from}&to=${to}`)) as { slots: ApiSlot[] }
      const counted = slots.filter(({ start, window }) => {
        const day = start?.slice(0, 10) ?? window?.to ?? ''
        return isLocalDate(day) && day >= from && day <= to
      })
      const found = report.rows.map(({ planId, obligationId, airing }) => {
        const own = counted.filter(
          (slot) =>
            slot.id.startsWith(`${planId}:`) && slot.obligationId === obligationId && slot.airing === airing,
        )
        const count = (...standings: string[]) =>
          own.filter(({ standing }) => standings.includes(standing)).length
        return {
          ...{
            planId,
            obligationId,
            scheduled: own.length - count('not-triggered'),
            done: count('done', 'late', 'made-up'),
          },
          ...{ late: count('late'), missed: count('missed'), excused: count('excused') },
          unconfirmed: count('unconfirmed'),
        }
      })
      const told = report.rows.map(
        ({ planId, obligationId, scheduled, done, late, missed, excused, unconfirmed }) => {
          return { planId, obligationId, scheduled, done, late, missed, excused, unconfirmed }
        },
      )
      expect(told).toEqual(found)
      const total = (name: 'done' | 'missed' | 'excused' | 'unconfirmed') =>
        found.reduce((sum, row) => sum + row[name], 0)
      expect(report.sum).toMatchObject({
        ...{ done: total('done'), missed: total('missed'), excused: total('excused') },
        unconfirmed: total('unconfirmed'),
      })
      const { rows } = (await house.api(
        `/compliance?basis=report-year&period=${period}&year=2026&asOf=${asOf}`,
      )) as { rows: Record<string, unknown>[] }
      expect(
        rows.map(({ planId, obligationId, due, done }) => ({ planId, obligationId, due, done })),
      ).toEqual(
        report.rows.map(({ planId, obligationId, due, done }) => ({ planId, obligationId, due, done })),
      )
    },
  )

  test('"nếu có" that was declared twelve times and arose once is 1 of 1', async () => {
    const { rows } = await house.report('Y', '2026-12-31', 'plan-year')
    expect(rows.find(({ obligationId }) => obligationId === 'C')?.result).toBe(
      'đã phát 1/1 lần đến hạn (100%)',
    )
  })
})

describe('what is odd makes sensible papers', async () => {
  const twins = ['hai-mot', 'hai-hai'].map((id) =>
    planOfYear(id, 2026, [obligation('A', MONTHLY)], { title: 'Tuyên truyền' }),
  )
  const short = planOfYear('ba-ngay', 2026, [obligation('A', { ...WEEKLY, time: '18:00' })], {
    inForceFrom: '2026-12-29',
  })
  const house = await office([...twins, short], ({ date }) =>
    date && date < '2026-12-01' ? { kind: 'aired' } : null,
  )

  test('two plans of one title are told apart', async () => {
    const { plans } = await house.report('Y', '2026-12-31', 'plan-year')
    expect(plans.map(({ name }) => name).sort()).toEqual([
      'Kế hoạch tuyên truyền (mã hai-hai)',
      'Kế hoạch tuyên truyền (mã hai-mot)',
      'Kế hoạch tuyên truyền ba-ngay',
    ])
  })

  test('a plan in force for three days is held to what fits', async () => {
    const { rows, document } = await house.report('2026-12-15..2026-12-31', '2026-12-31', 'plan-year')
    expect(rows.find(({ planId }) => planId === 'ba-ngay')).toMatchObject({ feasible: 0, due: 0, done: 0 })
    expect(JSON.stringify([rows, document])).not.toMatch(/NaN|Infinity/)
  })

  test('a period of no plan has a paper, without a number that is none', async () => {
    const of = { basis: 'plan-year', period: 'Q1', year: 2031, asOf: '2031-03-31', forecast: true } as const
    const made = await makeReport({ db: house.db, unit: UNIT, calendars, moment: seenAt(NEW_YEAR) }, of)
    if (!made.ok) throw new Error(made.problem.detail)
    expect(made.value.report.document.body.map(({ text }) => text)).toContain(
      'Trong kỳ không có kỳ nào theo lịch và chưa có ghi nhận nào.',
    )
    expect(JSON.stringify(made.value.report)).not.toMatch(/NaN|Infinity/)
  })

  test('a closing that overlaps a closed one keeps both, each with its own numbers', async () => {
    const close = (period: string, asOf: string) =>
      closePeriod(
        { db: house.db, who: LAN, calendars, ...seenAt(NEW_YEAR) },
        { basis: 'report-year', period, year: 2026, asOf, forecast: false, accept: true },
      )
    const [month, quarter, again] = [
      await close('2026-02', '2026-02-14'),
      await close('Q1', '2026-03-14'),
      await close('2026-02', '2026-02-14'),
    ]
    expect([month.ok, quarter.ok, again.ok]).toEqual([true, true, false])
    const slot = await recordFact(
      { db: house.db, who: LAN, now: NEW_YEAR },
      'hai-mot:A:02',
      inputOf('evidence', { link: 'https://a.example/1' }),
    )
    expect(slot.ok ? 'taken' : slot.problem.kind).toBe('conflict')
  })
})
