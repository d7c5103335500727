/** Somebody edits the file of an office and puts its sum right again: one clear answer, nothing is stored, nobody else is met. */
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { createUser } from '../../src/accounts/user.ts'
import { addExtra } from '../../src/actions/extras.ts'
import { recordFact } from '../../src/actions/record-fact.ts'
import { exportUnit, importUnit } from '../../src/actions/unit-file.ts'
import { calendars } from '../../src/calendars.ts'
import { extraSchema } from '../../src/core/extra.ts'
import { inputOf } from '../../src/core/fact.ts'
import { formatPath } from '../../src/core/problem.ts'
import type { Cell, UnitRows } from '../../src/store/unit-rows.ts'
import { readUnitRows } from '../../src/store/unit-rows.ts'
import { listWholeUnits } from '../../src/store/unit-tree.ts'
import { adopt } from '../support/adopt.ts'
import { samplePlan } from '../support/plans.ts'
import { UNIT as RANDOM, tellRandomYear } from '../support/random-year.ts'
import { MONDAY, testHouse } from '../support/test-house.ts'

const UNIT = 'xa-ngok-tu'
const PLAN = 'ngok-tu-2025'
const OTHER = 'xa-khac'

/** An office with a plan, facts, a correction and a person; and a place where another office has a person too. */
async function places() {
  const [from, to] = [await testHouse(), await testHouse()]
  await adopt(from.db, UNIT, samplePlan(PLAN), calendars, MONDAY)
  const act = { db: from.db, who: { unit: UNIT, id: 'lan', name: 'Y Lan' }, now: MONDAY, calendars }
  const told = await recordFact(act, `${PLAN}:C.I.2.a:16`, inputOf('aired'))
  if (!told.ok) throw new Error(told.problem.detail)
  const date = '2025-08-05'
  const extra = {
    title: 'Thông báo mưa lớn',
    channels: ['loudspeaker'],
    lead: null,
    date,
    time: '17:00',
    minutes: 5,
  }
  await addExtra(act, extraSchema.parse({ ...extra, why: 'Công văn 12' }), { anyway: true })
  await createUser(from.db, { unit: UNIT, name: 'Y Lan', role: 'officer' }, MONDAY)
  await to.addUnit(OTHER, 'UBND xã Khác')
  const victim = await createUser(to.db, { unit: OTHER, name: 'Quản', role: 'admin' }, MONDAY)
  const file = await exportUnit(from.db, UNIT, MONDAY)
  if (!file.ok || !victim.ok) throw new Error('not made')
  return { from, to, text: file.value.text, victim: victim.value.id }
}

type File = { unit: Record<string, unknown>; sha256: string; tables: UnitRows }

/** A cell of a table, by the name of its column. */
const put = (file: File, table: string, column: string, value: Cell, row = 0) => {
  const { columns, rows } = file.tables[table] as UnitRows[string]
  ;(rows[row] as Cell[])[columns.indexOf(column)] = value
}
const rowsOf = (file: File, table: string) => (file.tables[table] as UnitRows[string]).rows
/** A row like the first, or with empty cells, with these values. */
function add(file: File, table: string, values: Record<string, Cell>) {
  const { columns, rows } = file.tables[table] as UnitRows[string]
  const like = rows[0] ?? columns.map(() => null)
  rows.push(columns.map((column, i) => (column in values ? (values[column] as Cell) : (like[i] as Cell))))
}

const EDITS: [what: string, edit: (file: File, victim: string) => void, says: string][] = [
  [
    'a row of another office',
    (file) => put(file, 'facts', 'unit', OTHER),
    'foreign-row tables.facts.rows[0].unit',
  ],
  ['another code', (file) => Object.assign(file.unit, { code: OTHER }), 'unit-exists unit'],
  [
    'a code that leads elsewhere',
    (file) => Object.assign(file.unit, { code: '../xa-khac' }),
    'bad-code unit.code',
  ],
  ['no name', (file) => Object.assign(file.unit, { name: ' ' }), 'bad-name unit.name'],
  [
    'a name in an old font',
    (file) => Object.assign(file.unit, { name: 'X· Ba Gia' }),
    'bad-letters unit.name',
  ],
  ['a day that is none', (file) => Object.assign(file.unit, { closedFrom: '2025-13-01' }), 'damaged-file '],
  ['a grace of none', (file) => Object.assign(file.unit, { graceMinutes: -5 }), 'damaged-file '],
  ['a table is missing', (file) => Reflect.deleteProperty(file.tables, 'facts'), 'bad-table tables.facts'],
  ['all tables are missing', (file) => Object.assign(file, { tables: {} }), 'bad-table tables.plans'],
  [
    'a table that never travels',
    (file) => Object.assign(file.tables, { sessions: { columns: ['hash', 'unit'], rows: [['a', OTHER]] } }),
    'bad-table tables.sessions',
  ],
  ['a column is missing', (file) => file.tables.facts?.columns.pop(), 'bad-table tables.facts'],
  ['a row is short', (file) => rowsOf(file, 'facts')[0]?.pop(), 'bad-cell tables.facts.rows[0]'],
  ['a row twice', (file) => add(file, 'facts', {}), 'same-rows unit'],
  [
    'a fact of no slot',
    (file) => put(file, 'facts', 'slot_id', 'ma:1'),
    'unknown-reference tables.facts.rows[0].slot_id',
  ],
  [
    'a correction of no fact',
    (file) => put(file, 'facts', 'corrects', 'ma'),
    'unknown-reference tables.facts.rows[0].corrects',
  ],
  [
    'a slot of no obligation',
    (file) => put(file, 'slots', 'obligation_id', 'Z.9'),
    'unknown-reference tables.slots.rows[0].edition',
  ],
  [
    'a plan without an edition',
    (file) => rowsOf(file, 'editions').splice(0),
    'unknown-reference tables.plans.rows[0].edition',
  ],
  ['words for a number', (file) => put(file, 'facts', 'at', 'hôm qua'), 'bad-cell tables.facts.rows[0].at'],
  [
    'a moment that no calendar has',
    (file) => put(file, 'facts', 'at', 9e15),
    'bad-cell tables.facts.rows[0].at',
  ],
  [
    'nothing where something must be',
    (file) => put(file, 'facts', 'kind', null),
    'bad-cell tables.facts.rows[0].kind',
  ],
  [
    'a kind that there is not',
    (file) => put(file, 'facts', 'kind', 'blessed'),
    'bad-cell tables.facts.rows[0].kind',
  ],
  [
    'a day that is none in a slot',
    (file) => put(file, 'slots', 'date', '2025-02-30'),
    'bad-cell tables.slots.rows[0].date',
  ],
  [
    'a cadence that is none',
    (file) => put(file, 'obligations', 'cadence', '{"kind":"x"}'),
    'bad-cell tables.obligations.rows[0].cadence',
  ],
  ['broken JSON', (file) => put(file, 'editions', 'plan', '{"id":'), 'bad-cell tables.editions.rows[0].plan'],
  [
    'a note of five million letters',
    (file) => put(file, 'facts', 'note', 'x'.repeat(5e6)),
    'bad-cell tables.facts.rows[0].note',
  ],
  ['a role above all', (file) => put(file, 'users', 'role', 'root'), 'bad-cell tables.users.rows[0].role'],
  [
    'the id of a person of another office',
    (file, victim) => put(file, 'users', 'id', victim),
    'same-rows unit',
  ],
  [
    'a second step for a person of another office',
    (file, victim) =>
      add(file, 'second_factors', {
        unit: UNIT,
        user_id: victim,
        secret: 'A',
        confirmed_at: 1,
        last_step: 0,
      }),
    'unknown-reference tables.second_factors.rows[0].user_id',
  ],
  [
    'a way around the second step of a person of another office',
    (file, victim) => add(file, 'recovery_codes', { unit: UNIT, user_id: victim, hash: 'a' }),
    'unknown-reference tables.recovery_codes.rows[0].user_id',
  ],
]

test('whatever is edited, one clear answer, nothing is stored, and other offices are as they were', async () => {
  const { from, to, text, victim } = await places()
  await using _from = from
  await using _to = to
  const before = await readUnitRows(to.db, OTHER)
  const answers: [string, string][] = []
  for (const [what, edit] of EDITS) {
    const file = JSON.parse(text) as File
    edit(file, victim)
    file.sha256 = createHash('sha256').update(JSON.stringify(file.tables)).digest('hex')
    const done = await importUnit(to.db, JSON.stringify(file), MONDAY)
    const problem = done.ok ? null : done.problem
    const [error] = problem && 'errors' in problem ? (problem.errors ?? []) : []
    answers.push([what, error ? `${error.code} ${formatPath(error.path)}` : `stored: ${done.ok}`])
    expect(problem?.detail).toMatch(/[Cc]hưa nhập gì\.|: chưa nhập gì/)
    expect((await listWholeUnits(to.db)).map(({ code }) => code)).toEqual([OTHER])
  }
  expect(answers).toEqual(EDITS.map(([what, , says]) => [what, says]))
  expect(await readUnitRows(to.db, OTHER)).toEqual(before)
  expect(await importUnit(to.db, text, MONDAY)).toMatchObject({ ok: true })
})

test.each([1, 2, 3])(
  'a year of random facts holds together: what is exported is taken in (%i)',
  async (seed) => {
    await using from = await testHouse()
    await using to = await testHouse()
    await tellRandomYear(from.db, seed)
    const file = await exportUnit(from.db, RANDOM, MONDAY)
    if (!file.ok) throw new Error(file.problem.detail)
    expect(await importUnit(to.db, file.value.text, MONDAY)).toMatchObject({ ok: true })
    const { audit_entries: _, ...rows } = await readUnitRows(to.db, RANDOM)
    expect(rows).toEqual({ ...(await readUnitRows(from.db, RANDOM)), audit_entries: undefined })
  },
)
