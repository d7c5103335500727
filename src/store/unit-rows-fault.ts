/**
 * What no program of ours can have written, in the rows that a file says are one office's. Whoever edits such a file can put
 * the sum over it right again, so what comes in is held against the schema, against itself and against what pages can read:
 * nobody gets a row into another office, or one at which its pages would stop.
 */
import { cadence, localDate, wallTime } from '../core/cadence.ts'
import { FACT_KINDS } from '../core/fact.ts'
import { EXTRA } from '../core/outside-plans.ts'
import { ROLES } from '../core/role.ts'
import { type Cell, type ColumnKind, type TableRows, type UnitRows, unitTables } from './unit-rows.ts'

export type RowFaultCode = 'bad-table' | 'foreign-row' | 'bad-cell' | 'unknown-reference'

/** `row` from 1; both null where the table itself is wrong. */
export type RowFault = { code: RowFaultCode; table: string; row: number | null; column: string | null }

/** The first fault; null when the rows hold together. */
export const faultIn = (unit: string, rows: UnitRows): RowFault | null =>
  badTable(rows) ?? badRow(unit, rows) ?? lostReference(rows)

/** A file of this very schema has these tables with these columns, and no others. */
function badTable(rows: UnitRows): RowFault | null {
  const known = new Map(
    unitTables.map(({ name, columns }) => [name, columns.map((one) => one.name).join(' ')]),
  )
  const wrong = [...new Set([...known.keys(), ...Object.keys(rows)])].find(
    (name) => !known.has(name) || rows[name]?.columns.join(' ') !== known.get(name),
  )
  return wrong === undefined ? null : { code: 'bad-table', table: wrong, row: null, column: null }
}

function badRow(unit: string, all: UnitRows): RowFault | null {
  for (const { name: table, columns } of unitTables)
    for (const [i, row] of rowsOf(all, table).entries()) {
      const at = { table, row: i + 1 }
      if (row.length !== columns.length) return { code: 'bad-cell', ...at, column: null }
      const wrong = columns.findIndex(({ kind, required, name }, place) => {
        const cell = row[place] as Cell
        return cell === null ? required : !HOLDS[kind](cell) || !(MEANS[name]?.(cell, table) ?? true)
      })
      if (wrong >= 0) return { code: 'bad-cell', ...at, column: columns[wrong]?.name ?? null }
      if (row[columns.findIndex(({ name }) => name === 'unit')] !== unit)
        return { code: 'foreign-row', ...at, column: 'unit' }
    }
  return null
}

const rowsOf = (all: UnitRows, table: string): TableRows['rows'] => all[table]?.rows ?? []

/** A libSQL server answers a few megabytes in one value; nothing that people write comes near. */
const LONGEST_TEXT = 4_000_000

const HOLDS: Record<ColumnKind, (cell: Cell) => boolean> = {
  text: (cell) => typeof cell === 'string' && cell.length <= LONGEST_TEXT,
  integer: Number.isSafeInteger,
  real: Number.isFinite,
  boolean: (cell) => cell === 0 || cell === 1,
  json: (cell) => typeof cell === 'string' && cell.length <= LONGEST_TEXT && jsonOf(cell) !== undefined,
  blob: (cell) => typeof cell === 'object',
}

function jsonOf(cell: Cell): unknown {
  try {
    return JSON.parse(String(cell))
  } catch {
    return undefined
  }
}

type Means = (cell: Cell, table: string) => boolean

const day: Means = (cell) => localDate.safeParse(cell).success
const hour: Means = (cell) => wallTime.safeParse(cell).success
/** Before the year 10000: a date beyond is none. */
const instant: Means = (cell) => Math.abs(Number(cell)) < 253_370_764_800_000

const named = (names: string, means: Means): Record<string, Means> =>
  Object.fromEntries(names.split(' ').map((name) => [name, means]))

/** By a column's name, what its cells must be besides. */
const MEANS: Record<string, Means> = {
  ...named('date window_from window_to to_date in_force_from until ends_from from_day to_day as_of', day),
  ...named('time to_time', hour),
  ...named(
    'at recorded_at created_at changed_at adopted_at closed_at made_at uploaded_at set_at saved_at',
    instant,
  ),
  ...named('seen_at undone_at withdrawn_at gone_at revoked_at deactivated_at confirmed_at', instant),
  sha256: (cell) => /^[0-9a-f]{64}$/.test(String(cell)),
  role: (cell) => (ROLES as readonly unknown[]).includes(cell),
  airing: (cell) => cell === 'new' || cell === 'rerun',
  kind: (cell, table) => table !== 'facts' || (FACT_KINDS as readonly unknown[]).includes(cell),
  cadence: (cell) => cadence.safeParse(jsonOf(cell)).success,
  channels: (cell) => Array.isArray(jsonOf(cell)),
}

/** Cells of a table that name a row of another one of the office: `facts(slot_id) → slots(id)`. */
const REFERENCES: readonly [table: string, cells: string, to: string, key: string][] = [
  ['plans', 'id edition', 'editions', 'plan_id number'],
  ['edition_decisions', 'plan_id number', 'editions', 'plan_id number'],
  ['obligations', 'plan_id', 'plans', 'id'],
  ['slots', 'plan_id obligation_id edition', 'obligations', 'plan_id id edition'],
  ['facts', 'plan_id', 'plans', 'id'],
  ['facts', 'slot_id', 'slots', 'id'],
  ['facts', 'corrects', 'facts', 'id'],
  ['facts', 'incident_id', 'incidents', 'id'],
  ['targets', 'plan_id', 'plans', 'id'],
  ['confirmations', 'fact_id', 'facts', 'id'],
  ['kept_files', 'fact_id', 'facts', 'id'],
  ['item_versions', 'item_id', 'items', 'id'],
  ['item_reviews', 'item_id version', 'item_versions', 'item_id version'],
  ['item_slots', 'item_id', 'items', 'id'],
  // Who signs in with a second step, and where somebody is written to, is found by a person's id alone.
  ['second_factors', 'user_id', 'users', 'id'],
  ['recovery_codes', 'user_id', 'users', 'id'],
  ['notice_settings', 'user_id', 'users', 'id'],
]

function lostReference(all: UnitRows): RowFault | null {
  for (const [table, cells, to, key] of REFERENCES) {
    const there = new Set(rowsOf(all, to).map((row) => keyOf(cellsOf(all, to, key, row))))
    const row = rowsOf(all, table).findIndex((row) => {
      const named = cellsOf(all, table, cells, row)
      return !named.includes(null) && named[0] !== EXTRA && !there.has(keyOf(named))
    })
    if (row >= 0)
      return { code: 'unknown-reference', table, row: row + 1, column: cells.split(' ').at(-1) ?? null }
  }
  return null
}

const cellsOf = (all: UnitRows, table: string, names: string, row: readonly Cell[]): Cell[] =>
  names.split(' ').map((name) => row[all[table]?.columns.indexOf(name) ?? -1] ?? null)

const keyOf = (cells: readonly Cell[]): string => JSON.stringify(cells)
