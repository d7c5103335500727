/**
 * One reading of a slot, the same on every page: whatever was recorded, no two views disagree about how a slot stands
 * or what a month of an obligation holds. That a request judges each slot once is counted in `judged-once.test.ts`.
 */

import fc from 'fast-check'
import { readSheet } from 'read-excel-file/universal'
import { describe, expect, test } from 'vitest'
import { countOf, readPlan } from '../../src/actions/count.ts'
import { tallyOf } from '../../src/actions/unit-tally.ts'
import { countsOf, periodOf } from '../../src/actions/year-count.ts'
import { calendars } from '../../src/calendars.ts'
import { cellOf } from '../../src/core/count/cell.ts'
import { sumOf } from '../../src/core/count/tally.ts'
import { lastWeeks } from '../../src/core/count/weeks.ts'
import type { Fact } from '../../src/core/fact.ts'
import { logEntries } from '../../src/core/log/log.ts'
import { logRow } from '../../src/core/log/log-words.ts'
import { type Reading, read, startOf } from '../../src/core/reading.ts'
import { slotStandingJson } from '../../src/core/record/record-json.ts'
import { draftFact } from '../../src/core/record/recording.ts'
import { isKept, isSettled, type Standing } from '../../src/core/standing.ts'
import { addDays, contains, type DateRange, instantOf, weekRange } from '../../src/core/wall-clock.ts'
import { STANDING_NAMES } from '../../src/core/words/names.ts'
import { standingWords } from '../../src/core/words/standing-words.ts'
import { entryOf } from '../../src/ical/entry.ts'
import type { Steps } from '../../src/portions.ts'
import { reportDocx } from '../../src/reports/docx.ts'
import { causesOf } from '../../src/reports/problems.ts'
import { buildReport, reportEntries } from '../../src/reports/report.ts'
import type { ReportQuestion } from '../../src/reports/report-question.ts'
import { reportWorkbook } from '../../src/reports/xlsx.ts'
import { monthView } from '../../src/routes/views/calendar/month.ts'
import { publicWeekView } from '../../src/routes/views/calendar/public-week.ts'
import { slotView } from '../../src/routes/views/calendar/slot.ts'
import { slotCard } from '../../src/routes/views/calendar/slot-card.ts'
import { weekView } from '../../src/routes/views/calendar/week.ts'
import { yearView } from '../../src/routes/views/calendar/year.ts'
import { countedLine } from '../../src/routes/views/count/counted-line.ts'
import { overviewView } from '../../src/routes/views/overview/overview.ts'
import { chipOf } from '../../src/routes/views/plans/plan.ts'
import { slotLine } from '../../src/routes/views/slot-line.ts'
import { tagOf } from '../../src/routes/views/tag.ts'
import { unitsView } from '../../src/routes/views/units/units.ts'
import { cameIn } from '../../src/scheduler/jobs/ask.ts'
import { messageSlot } from '../../src/scheduler/lines.ts'
import { readDocx } from '../support/docx-text.ts'
import { seenAt } from '../support/moments.ts'
import { adoptedPlan, planData, planOf } from '../support/plans.ts'
import { factOf, frame, recordsOf } from './views/records.ts'

const plan = planOf(
  planData({
    ...{ kind: 'rate', rrule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=12', time: '05:30', declared: 12 },
    ...{ start: '2025-10-06', reruns: { times: 1, afterDays: [2], time: '17:30' } },
  }),
)
const YEAR = periodOf(calendars, 'plan-year', 'Y', 2025)
const MONTHS = Array.from({ length: 12 }, (_, i) =>
  periodOf(calendars, 'plan-year', `2025-${String(i + 1).padStart(2, '0')}`, 2025),
)
const IDS = recordsOf(plan).map(({ slot }) => slot.id)

/** What is asked of the year: each page's own words for a slot, by its id, and each page's cells of a row. */
function everyPage(facts: readonly Fact[], now: number, graceMinutes: number | null) {
  const moment = seenAt(now, graceMinutes)
  const known = {
    ...{ plan: adoptedPlan(plan), obligations: plan.obligations, all: recordsOf(plan, facts) },
    ...{ logged: [], chosen: [], confirmed: new Set<string>() },
  }
  const readings = read(known.all, moment)
  const today = new Date(now + 7 * 3_600_000).toISOString().slice(0, 10)
  const counted = readPlan(known, today, moment)
  const months = MONTHS.map((month) => countOf(counted, month).rows)
  return { readings, counted, months, moment, all: known.all }
}

/** The report of the plan's year, as of a day. */
function reportOf(counted: ReturnType<typeof readPlan>, asOf: string) {
  const count = countOf(counted, YEAR)
  const counts = countsOf(count)
  const part = {
    ...{ plan: counted.plan, name: '', ownYear: true, counts, year: counts, paces: new Map() },
    ...{ outside: [], logged: [], confirmed: new Set<string>() },
  }
  const question: ReportQuestion = {
    ...{ unit: { code: 'xa', name: 'Xã' }, scope: 'plan', period: YEAR, year: 2025, asOf },
    ...{ forecast: false, parts: [part], extras: [], paper: {} },
  }
  return { count, report: buildReport(question, reportEntries(question).map(logRow)) }
}

/** "Đến giờ", "Chờ phát bù" and "Chưa xác nhận": the colours of what somebody is to answer. */
const OPEN_TONES = ['now', 'ask']

/** What somebody who was silent is asked about. */
const UNSAID = STANDING_NAMES.unconfirmed

/** An office as the page of many offices has it. */
const OFFICE = {
  unit: {
    ...{ code: 'xa', name: 'Xã', kind: 'xa' as const, parent: null },
    ...{ officialCode: null, closedFrom: null },
  },
  ...{ closing: null, onTimeDays: 3 },
}

/** Columns of a report, and the number of the count that stands there. */
const NUMBERS = [
  ['Theo lịch trong kỳ', 'scheduled'],
  ['Đến hạn', 'due'],
  ['Đã thực hiện', 'done'],
  ['Trễ hạn', 'late'],
  ['Không thực hiện', 'missed'],
  ['Có lý do', 'excused'],
  ['Chưa xác nhận', 'unconfirmed'],
  ['Chưa đến hạn', 'remaining'],
] as const

/** What a week of the overview shows of a standing, that which asks for most attention first. */
const DOTS: [sign: string, standings: Standing[]][] = [
  ['ask', ['unconfirmed']],
  ['miss', ['missed']],
  ['short', ['short']],
  ['excuse', ['excused']],
  ['late', ['late', 'made-up']],
  ['done', ['done']],
  ['ahead', ['upcoming', 'due']],
]

/** Of slots where they are due and where they were missed; where they were moved away from only if nothing else is there. */
function dotIn(readings: readonly Reading[], week: DateRange): string | null {
  const signOf = (standing: Standing) => DOTS.findIndex(([, standings]) => standings.includes(standing))
  const here = readings.filter(({ at }) => contains(week, at.dueDay))
  const left = readings.flatMap(({ at }) => at.left.map((place) => ({ ...place, kept: isKept(at.standing) })))
  const gone = left.filter(({ date }) => contains(week, date))
  const missed = gone.filter((place) => place.as === 'missed' && !place.kept)
  const signs = [
    ...here.map(({ at }) => signOf(at.makeUp ? 'upcoming' : at.standing)),
    ...missed.map(() => signOf('missed')),
  ]
  return signs.length ? (DOTS[Math.min(...signs)]?.[0] ?? null) : gone.length ? 'moved' : null
}

function whole<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** Ahead, so no matter for a log. */
const SILENT_IN_LOG: Standing[] = ['upcoming', 'not-in-force']

const step = fc.record({
  of: fc.nat(IDS.length - 1),
  kind: fc.constantFrom<Fact['kind']>('aired', 'not-aired', 'moved', 'made-up', 'excused', 'correction'),
  after: fc.integer({ min: -4, max: 20 }),
  minute: fc.constantFrom('05:29', '05:30', '05:31', '12:00', '23:59'),
})

/** Only what the rules let somebody record: each step is tried when its time has come. */
function historyOf(
  steps: readonly { of: number; kind: Fact['kind']; after: number; minute: string }[],
): Fact[] {
  const facts: Fact[] = []
  for (const [i, { of, kind, after, minute }] of steps.entries()) {
    const record = recordsOf(plan, facts).find(({ slot }) => slot.id === IDS[of])
    if (!record?.slot.date) continue
    const now = instantOf(addDays(record.slot.date, after), minute)
    const to = { date: addDays(record.slot.date, after + 3), time: '06:00' }
    const corrects = record.facts.at(-1)?.id ?? null
    const { kind: _, ...blank } = factOf(record.slot.id, kind, now)
    const {
      id: _id,
      planId: _p,
      obligationId: _o,
      slotId: _s,
      by: _b,
      recordedAt: _r,
      incidentId: _i,
      ...said
    } = blank
    const input = {
      ...{ ...said, kind, at: null, reason: 'power', document: 'CV 1' },
      ...{ to: kind === 'moved' ? to : null, corrects: kind === 'correction' ? corrects : null },
    }
    const draft = draftFact(record.slot, record.facts, input, now)
    if (draft.ok) facts.push({ ...draft.value, id: `f${i}`, by: 'Lan', recordedAt: now })
  }
  return facts
}

const history = fc.record({
  steps: fc.array(step, { maxLength: 14 }),
  day: fc.integer({ min: 0, max: 95 }),
  minute: fc.constantFrom('00:00', '05:29', '05:30', '05:31', '06:00', '08:00', '23:59'),
  grace: fc.constantFrom(null, 0, 30, 240),
})

describe('whatever was recorded, and whenever somebody looks', () => {
  const asked = ({
    steps,
    day,
    minute,
    grace,
  }: {
    steps: Parameters<typeof historyOf>[0]
    day: number
    minute: string
    grace: number | null
  }) => {
    const today = addDays('2025-10-01', day)
    const now = instantOf(today, minute)
    const told = historyOf(steps).filter(({ recordedAt }) => recordedAt <= now)
    return { today, now, ...everyPage(told, now, grace) }
  }

  test('every page that shows an obligation’s month shows the same cell', () => {
    fc.assert(
      fc.property(history, (one) => {
        const { readings, months, now } = asked(one)
        const [original, rerun] =
          yearView({ frame, year: 2025, plans: [adoptedPlan(plan)], readings, now }).plans[0]?.rows ?? []
        const shown = [original, rerun].map((row) => row?.cells.map(({ text, look }) => [text, look]))
        const counted = ['new', 'rerun'].map((airing) =>
          months.map((rows) => {
            const row = rows.find((each) => each.airing === airing)
            const { text, look } = cellOf(row as NonNullable<typeof row>)
            return [text, look]
          }),
        )
        expect(shown).toEqual(counted)
      }),
      { numRuns: 300 },
    )
  })

  test('every page that shows a slot shows the same standing', () => {
    fc.assert(
      fc.property(history, (one) => {
        const { readings, counted, now, today } = asked(one)
        const words = new Map(readings.map((reading) => [reading.slot.id, standingWords(reading)]))
        const week = weekView({
          ...{ frame, week: weekRange(today), readings, now, recorder: null },
          ...{ calendar: calendars.work, baseUrl: '' },
        })
        const month = monthView({
          ...{ frame, month: { from: `${today.slice(0, 8)}01`, to: addDays(today, 20) } },
          ...{ readings, now, calendar: calendars.work },
        })
        const cards = [...week.days, ...month.weeks.flatMap(({ days }) => days)].flatMap(({ slots }) => slots)
        for (const { id, tag } of cards) if (tag) expect(tag.words).toBe(words.get(id))
        const settled = new Set(
          readings.filter(({ at }) => isSettled(at.standing)).map(({ slot }) => slot.id),
        )
        const everybodys = publicWeekView({
          ...{ frame, unit: { code: 'xa-thu', name: 'UBND xã Thử' }, week: weekRange(today) },
          ...{ readings, now, calendar: calendars.work, baseUrl: '' },
        }).days.flatMap(({ slots }) => slots.filter(({ gone }) => !gone))
        for (const { id, tag } of everybodys)
          expect(tag?.words ?? null).toBe(settled.has(id) ? words.get(id) : null)
        for (const reading of counted.all) {
          expect(reading.at).toEqual(readings.find(({ slot }) => slot.id === reading.slot.id)?.at)
          expect(countedLine(reading, new Set(), true).tag).toEqual(tagOf(reading))
          expect(chipOf(reading).tag).toEqual(tagOf(reading))
          expect(slotStandingJson(reading).standing).toBe(reading.at.standing)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('the slot’s own page, its log, its feed and the list before many are answered say the same', () => {
    fc.assert(
      fc.property(history, (one) => {
        const { readings, now } = asked(one)
        const whole = { range: { from: '2025-01-01', to: '2026-12-31' }, channel: null, obligation: null }
        const logged = Map.groupBy(logEntries(readings, [], whole, now), ({ slot }) => slot?.id)
        for (const reading of readings) {
          const { slot, at, facts } = reading
          const page = slotView({
            ...{ frame, id: slot.id, family: [reading], plan, logged: [], now, recorder: null, baseUrl: '' },
            keeps: null,
            accounts: [],
          })
          expect(page?.card.tag).toEqual(at.standing === 'upcoming' ? null : tagOf(reading))
          expect(slotLine(reading).tag).toEqual(tagOf(reading))
          const inLog = (logged.get(slot.id) ?? []).flatMap(({ standing }) => standing ?? [])
          expect(inLog).toEqual(SILENT_IN_LOG.includes(at.standing) ? [] : [at.standing])
          // What time alone will still change is told by no feed, so that one fetched once stays true.
          const inFeed = entryOf({ ...reading, facts })
          if (isSettled(at.standing)) expect(inFeed.at.standing).toBe(at.standing)
          else expect(isSettled(inFeed.at.standing)).toBe(false)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('a report has of each slot what the count has, and its log what the log has', () => {
    fc.assert(
      fc.property(history, (one) => {
        const { counted, months, today } = asked(one)
        const { count, report } = reportOf(counted, today)
        const buckets = new Map(counted.all.map(({ slot, at }) => [slot.id, at.bucket]))
        expect(new Map(report.slots.map(({ id, bucket }) => [id, bucket]))).toEqual(buckets)
        for (const [i, row] of report.rows.entries()) {
          expect(row).toMatchObject(count.rows[i] as object)
          const ofMonths = months.map((rows) => rows.find(({ airing }) => airing === row.airing)?.done ?? 0)
          expect(row.done).toBe(ofMonths.reduce((sum, done) => sum + done, 0))
        }
      }),
      { numRuns: 300 },
    )
  })

  test('the overview asks for what the pages show as unconfirmed, and its weeks have what the weeks have', () => {
    fc.assert(
      fc.property(history, (one) => {
        const { readings, counted, months, today } = asked(one)
        const weeks = lastWeeks(today)
        const steps = overviewView({
          ...{
            frame,
            known: [counted],
            closings: [],
            waiting: [],
            signs: new Map(),
            drafts: [],
            weeks,
            today,
          },
          ...{ role: 'officer', all: true, lead: null, calendars },
        })
        const view = whole(steps)
        const unsaid = readings.filter((each) => tagOf(each).words === UNSAID).length
        const confirm = view.tasks.find(({ title }) => title.startsWith('Xác nhận'))
        expect(confirm?.lead).toBe(unsaid ? String(unsaid) : undefined)
        const rows = view.plans.flatMap((each) => [...each.rows, ...(each.rest?.rows ?? [])])
        // Its rows are those of this year's plans.
        for (const airing of today < '2026' ? (['new', 'rerun'] as const) : []) {
          const row = rows.find(({ of }) => (of === null) === (airing === 'new'))
          const own = readings.filter(({ slot }) => slot.airing === airing)
          expect(row?.dots.map(({ sign }) => sign)).toEqual(weeks.map((week) => dotIn(own, week)))
          const done = months.map((each) => each.find((cell) => cell.airing === airing)?.done ?? 0)
          expect(row?.done.split('/')[0]).toBe(String(done.reduce((sum, each) => sum + each, 0)))
        }
      }),
      {
        numRuns: 300,
        // Excused on the day before it airs.
        examples: [
          [
            {
              steps: [{ of: 1, kind: 'excused', after: -1, minute: '05:29' }],
              ...{ day: 6, minute: '05:31', grace: null },
            },
          ],
        ],
      },
    )
  })

  test('the page of many offices adds up what the office’s own count has', () => {
    fc.assert(
      fc.property(history, (one) => {
        const { counted, months, moment, all, today } = asked(one)
        const { id: planId, year } = counted.plan
        const stored = { unit: 'xa', planId, year, obligations: plan.obligations, recorded: all }
        const tally = tallyOf(
          [{ ...stored, logged: [], options: {}, rules: moment.rules }],
          { onTimeDays: 3, closedFrom: null },
          { period: YEAR, year: 2025, asOf: today, now: moment.now, months: MONTHS },
        )
        const { groups } = unitsView({
          ...{ frame, own: '', query: new URLSearchParams(), page: 1 },
          rolled: { period: YEAR, year, asOf: today, months: MONTHS, units: [{ ...tally, ...OFFICE }] },
          ...{ choice: { words: '', filter: 'all', sort: 'name' } },
          may: { manage: false, hand: false, nudge: false },
        })
        const [line] = groups.flatMap(({ lines }) => lines)
        const { due, done, unconfirmed } = sumOf(countOf(counted, YEAR).rows)
        expect([line?.due, line?.confirmed?.of ?? null, line?.kept?.of ?? null]).toEqual(
          due ? [due, `${due - unconfirmed}/${due}`, `${done}/${due}`] : [0, null, null],
        )
        expect(line?.months.map(({ of }) => of)).toEqual(
          months.map((rows) => {
            const sum = sumOf(rows)
            return `${sum.due - sum.unconfirmed}/${sum.due}`
          }),
        )
      }),
      { numRuns: 300 },
    )
  })

  test('a report’s workbook and document hold the numbers of the count and the words of the pages', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (one) => {
        const { readings, counted, today } = asked(one)
        const { count, report } = reportOf(counted, today)
        const numbers = count.rows.map((row) => NUMBERS.map(([, field]) => row[field]))
        const book = (await reportWorkbook(report)).buffer
        const numbersIn = (table: readonly (readonly unknown[])[]) => {
          const [head = [], ...rows] = table
          return rows
            .slice(0, numbers.length)
            .map((row) => NUMBERS.map(([heading]) => Number(row[head.indexOf(heading)])))
        }
        const sheet = await readSheet(book, 'Tổng hợp')
        expect(numbersIn(sheet.slice(sheet.findIndex((row) => row.includes('Đến hạn'))))).toEqual(numbers)
        const tables = readDocx(await reportDocx(report)).flatMap((part) =>
          'table' in part ? [part.table] : [],
        )
        const annex = tables.find(([head]) => head?.includes('Đến hạn'))
        expect(numbersIn(annex ?? [])).toEqual(numbers)
        const unsaid = readings.filter((each) => tagOf(each).words === UNSAID).length
        const told = (table: readonly (readonly unknown[])[]) =>
          table.flat().filter((cell) => cell === UNSAID)
        expect(told(await readSheet(book, 'Nhật ký'))).toHaveLength(unsaid)
      }),
      { numRuns: 20 },
    )
  })

  test('a message asks for what the pages show as open, in the words of the pages', () => {
    fc.assert(
      fc.property(history, (one) => {
        const { readings, now } = asked(one)
        const open = readings.filter((each) => startOf(each) <= now && OPEN_TONES.includes(tagOf(each).tone))
        const waiting = open.filter(({ at }) => at.standing !== 'short')
        const told = cameIn(readings, { since: 0, now })
        expect(told.map(({ slot }) => slot.id).toSorted()).toEqual(
          waiting.map(({ slot }) => slot.id).toSorted(),
        )
        for (const reading of told) {
          const { tag: _, ...name } = slotLine(reading)
          expect(messageSlot(reading)).toMatchObject(name)
          expect(slotCard(reading)).toMatchObject({ href: name.href, when: name.when, title: name.title })
        }
      }),
      { numRuns: 300 },
    )
  })

  test('a slot is on its day, and its ghosts on the days that it left lead there', () => {
    fc.assert(
      fc.property(history, (one) => {
        for (const { slot, at } of asked(one).readings) {
          expect(at.left.map(({ date }) => date)).not.toContain(at.dueDay)
          if (slot.date !== null && slot.date !== at.dueDay) expect(at.left[0]?.date).toBe(slot.date)
          if (at.makeUp) expect(at.standing === 'missed' || at.standing === 'excused').toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })
})

const MONDAY = 'thu-2025:A.1:07' // 17/11/2025
const plainPlan = planOf(
  planData({
    ...{ kind: 'rate', rrule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=12', time: '05:30', declared: 12 },
    ...{ start: '2025-10-06' },
  }),
)

test.each([
  ['without a grace', null, '08:00', '·1'],
  ['a minute before its grace is over', 60, '06:29', '·1'],
  ['at the end of its grace', 60, '06:30', '?1'],
  ['a minute after', 60, '06:31', '?1'],
])('today’s airing of 05:30, %s, is the same on /nam and on /chi-tieu', (_, grace, time, text) => {
  const moment = seenAt(instantOf('2025-11-17', time), grace)
  const only = recordsOf(plainPlan).filter(({ slot }) => slot.id === MONDAY)
  const readings = read(only, moment)
  const year = yearView({ frame, year: 2025, plans: [adoptedPlan(plainPlan)], readings, now: moment.now })
  const known = {
    ...{ plan: adoptedPlan(plainPlan), obligations: plainPlan.obligations, all: only },
    ...{ logged: [], chosen: [], confirmed: new Set<string>() },
  }
  const november = countOf(
    readPlan(known, '2025-11-17', moment),
    periodOf(calendars, 'plan-year', '2025-11', 2025),
  )
  const [row] = november.rows
  expect(year.plans[0]?.rows[0]?.cells[10]?.text).toBe(text)
  expect(row && cellOf(row).text).toBe(text)
})

describe('missed on 17/11 with a make-up set for 29/11, seen on 20/11', () => {
  const facts = [
    factOf(MONDAY, 'not-aired', instantOf('2025-11-17', '06:00'), { reason: 'power' }),
    factOf(MONDAY, 'moved', instantOf('2025-11-18', '08:00'), { to: { date: '2025-11-29', time: '05:30' } }),
  ]
  const now = instantOf('2025-11-20', '08:00')
  const readings = read(recordsOf(plainPlan, facts), seenAt(now))
  const weekOf = (day: string) =>
    weekView({
      ...{ frame, week: weekRange(day), readings, now, recorder: null },
      ...{ calendar: calendars.work, baseUrl: '' },
    })
      .days.flatMap(({ slots }) => slots)
      .filter(({ id }) => id === MONDAY)
      .map(({ date, tag, gone }) => [date, tag?.words, gone?.words ?? null, gone?.href ?? null])

  test('its own week keeps a ghost that leads to the make-up, the week of the make-up has the slot', () => {
    expect(weekOf('2025-11-17')).toEqual([
      [
        '2025-11-17',
        'Chờ phát bù',
        'Không phát; sẽ phát bù thứ Bảy 29/11, 05:30',
        '/tuan/2025-W48#ngay-2025-11-29',
      ],
    ])
    expect(weekOf('2025-11-29')).toEqual([['2025-11-29', 'Chờ phát bù', null, null]])
  })

  test('the month says of both days what the weeks say', () => {
    const month = monthView({
      ...{ frame, month: { from: '2025-11-01', to: '2025-11-30' }, readings, now },
      calendar: calendars.work,
    })
    const shown = month.weeks
      .flatMap(({ days }) => days)
      .flatMap(({ slots }) => slots)
      .filter(({ id }) => id === MONDAY)
    expect(shown.map(({ date, tag }) => [date, tag?.words])).toEqual([
      ['2025-11-17', 'Chờ phát bù'],
      ['2025-11-29', 'Chờ phát bù'],
    ])
  })

  test('a report’s causes name the day that was missed, never the one to come', () => {
    const slots = readings.filter(({ slot }) => slot.id === MONDAY)
    const obligation = { slots } as unknown as Parameters<typeof causesOf>[0][number]
    expect(causesOf([obligation], '2025-11-20')).toEqual(['Mất điện: 1 kỳ (17/11/2025)'])
  })
})
