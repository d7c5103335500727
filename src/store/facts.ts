/** The append-only log of what people and programs say happened. */
import { and, eq, getTableColumns, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { Fact } from '../core/fact.ts'
import type { Instant } from '../core/wall-clock.ts'
import { type Breathe, withoutBreath } from '../portions.ts'
import { notClosed } from './closings.ts'
import { type Db, readOne, type Statement, write } from './db.ts'
import { isIncidentKey, isKept } from './incidents.ts'
import { jsonRow } from './json-rows.ts'
import { facts } from './schema.ts'
import { wakeForMove } from './turns.ts'

/**
 * `seq` rises with each fact that is added, whatever its clock said: facts are never deleted one by one, so the newest
 * has the highest rowid, and VACUUM keeps their order.
 */
export const FACT_ROW = jsonRow(facts, { seq: 'rowid' }, ['unit', 'byId', 'idempotencyKey', 'keyPrint'])

type StoredFact = typeof facts.$inferSelect
type Told = Omit<StoredFact, 'unit' | 'byId' | 'idempotencyKey' | 'keyPrint'>
export type FactRow = Told & { seq: number }

/** Rows in any order, as facts in the order in which they were recorded. */
export const factsInOrder = (rows: FactRow[]): Fact[] =>
  rows.sort((a, b) => a.seq - b.seq).map(({ seq, ...told }) => factOf(told))

const toFact = ({ unit, byId, idempotencyKey, keyPrint, ...told }: StoredFact): Fact => factOf(told)

const factOf = ({ toDate, toTime, ...fact }: Told): Fact => ({
  ...fact,
  to: toDate === null ? null : { date: toDate, time: toTime },
})

type FactFilter = { planId?: string; planIds?: readonly string[]; obligationId?: string }

/** Facts of a unit in the order in which they were recorded. */
export const listFacts = (db: Db, unit: string, filter: FactFilter = {}): Promise<Fact[]> =>
  selectFacts(db, unit, filter)

/** Facts on obligations themselves, without a slot, in the order in which they were recorded. */
export const listLogged = (db: Db, unit: string, filter: FactFilter = {}): Promise<Fact[]> =>
  selectFacts(db, unit, filter, isNull(facts.slotId))

async function selectFacts(
  db: Db,
  unit: string,
  { planId, planIds, obligationId }: FactFilter,
  which?: SQL,
): Promise<Fact[]> {
  const rows = await db
    .select()
    .from(facts)
    .where(
      and(
        eq(facts.unit, unit),
        planId === undefined ? undefined : eq(facts.planId, planId),
        planIds === undefined ? undefined : inArray(facts.planId, [...planIds]),
        obligationId === undefined ? undefined : eq(facts.obligationId, obligationId),
        which,
      ),
    )
    .orderBy(sql`facts.rowid`)
  return rows.map(toFact)
}

/** How the keys of all facts begin that an import of a play log recorded. */
const IMPORT_KEYS = 'play-log '

/** Ids of what an import of this file recorded, and all facts of the slots that it did so on, oldest first. */
export async function listImported(
  db: Db,
  unit: string,
  sha256: string,
): Promise<{ imported: Set<string>; facts: Fact[] }> {
  const isImported = (key: string | null, file: Fact['file']) =>
    key?.startsWith(IMPORT_KEYS) === true && file?.sha256 === sha256
  const slots = sql`SELECT slot_id FROM facts AS own WHERE own.unit = ${unit}
    AND own.file ->> '$.sha256' = ${sha256}`
  const rows = await db
    .select()
    .from(facts)
    .where(and(eq(facts.unit, unit), sql`${facts.slotId} IN (${slots})`))
    .orderBy(sql`facts.rowid`)
  const own = rows.filter(({ idempotencyKey, file }) => isImported(idempotencyKey, file))
  return { imported: new Set(own.map(({ id }) => id)), facts: rows.map(toFact) }
}

/** The key of a fact that was recorded together with others, under one id. */
export const bulkKey = (id: string, slotId: string): string => `bulk ${id} ${slotId}`

/** What was recorded together under an id: each slot with its fact's id. */
export async function listBulk(db: Db, unit: string, id: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await readOne(
    db,
    sql`SELECT slot_id, id FROM facts WHERE unit = ${unit}
      AND idempotency_key BETWEEN ${bulkKey(id, '')} AND ${bulkKey(id, '\u{10ffff}')}`,
  )
  return new Map(rows.map((row) => [String(row[0]), String(row[1])]))
}

/** A fact with who recorded it, on its way into the log. */
export type NewFact = {
  fact: Fact
  byId: string
  idempotencyKey: string | null
  keyPrint?: string | null
}

/** Rising with time, so that ids sort as they were made; unique by their random half. */
export const newFactId = (now: Instant): string =>
  factIdAt(now) + crypto.randomUUID().replaceAll('-', '').slice(0, 12)

/** How the ids of an instant begin. */
export const factIdAt = (at: Instant): string => at.toString(36).padStart(9, '0')

/**
 * Adds facts to the log and marks their slots as changed, all in one batch. `seen` is how many facts of the first
 * one's slot the caller had read when it decided: when somebody recorded in between, nothing is added and the answer
 * is false.
 */
export async function appendFacts(
  db: Db,
  unit: string,
  news: NewFact[],
  seen: number,
  { only, also }: With = {},
): Promise<boolean> {
  const [first] = news
  if (!first) return true
  const unchanged = isUnchanged(unit, first.fact, seen)
  const added = sql`EXISTS (SELECT 1 FROM facts WHERE unit = ${unit} AND id = ${first.fact.id})`
  const results = await write(db, [
    ...news.flatMap((one, i) => [
      insertWhere(
        unit,
        one,
        i > 0
          ? sql`${added} AND ${stillStands(unit, one.fact)}`
          : only
            ? sql`${unchanged} AND ${only}`
            : unchanged,
      ),
      touchSlot(unit, one.fact, added),
    ]),
    ...(also?.(added) ?? []),
    ...wakeFor(unit, news),
  ])
  return results[0]?.rowsAffected === 1
}

/** What goes with a fact in its batch: a further condition of it, and what follows once it is `added`. */
export type With = { only?: SQL; also?: (added: SQL) => Statement[] }

/** On its way to a slot of which the caller had read `seen` facts when it decided. */
export type NewFactOn = NewFact & { seen: number }

/**
 * Adds facts to several slots in one batch, after the statements of `before`. Each is added only if nobody recorded on
 * its slot meanwhile and its key is new. Answers for each whether it was.
 */
export async function appendEach(
  db: Db,
  unit: string,
  news: readonly NewFactOn[],
  before: Statement[] = [],
): Promise<boolean[]> {
  const results = await write(db, [
    ...before,
    ...news.flatMap((one) => [
      insertWhere(unit, one, sql`${isUnchanged(unit, one.fact, one.seen)} AND NOT ${isKnown(unit, one)}`),
      touchSlot(
        unit,
        one.fact,
        sql`EXISTS (SELECT 1 FROM facts WHERE unit = ${unit} AND id = ${one.fact.id})`,
      ),
    ]),
    ...wakeFor(unit, news),
  ])
  return news.map((_, i) => results[before.length + 2 * i]?.rowsAffected === 1)
}

/** So many take some fifty milliseconds to write. */
const AT_ONCE = 100

/** The same for as many as a file or a month has, in a batch for each portion: what is missing is added by sending again. */
export async function appendMany(
  db: Db,
  unit: string,
  news: readonly NewFactOn[],
  breathe: Breathe = withoutBreath,
): Promise<boolean[]> {
  const added: boolean[] = []
  for (let from = 0; from < news.length; from += AT_ONCE) {
    await breathe()
    added.push(...(await appendEach(db, unit, news.slice(from, from + AT_ONCE))))
  }
  await breathe()
  return added
}

/** A slot that moved, or moved back, may have to be reminded of sooner than the scheduler thinks. */
const wakeFor = (unit: string, news: readonly NewFact[]): SQL[] =>
  news.some(({ fact }) => fact.kind === 'moved' || fact.corrects !== null) ? [wakeForMove(unit)] : []

const isUnchanged = (unit: string, { planId, obligationId, slotId }: Fact, seen: number): SQL =>
  sql`(SELECT count(*) FROM facts WHERE unit = ${unit} AND plan_id = ${planId}
    AND obligation_id = ${obligationId} AND slot_id IS ${slotId}) = ${seen}
    AND ${stillStands(unit, { planId, obligationId, slotId })}`

/** An edited plan, adopted at the same moment, deletes what nobody has recorded of: a fact must not come after that. */
const stillStands = (
  unit: string,
  { planId, obligationId, slotId }: Pick<Fact, 'planId' | 'obligationId' | 'slotId'>,
): SQL =>
  slotId === null
    ? sql`EXISTS (SELECT 1 FROM obligations WHERE unit = ${unit} AND plan_id = ${planId} AND id = ${obligationId})`
    : sql`EXISTS (SELECT 1 FROM slots WHERE unit = ${unit} AND id = ${slotId})`

const isKnown = (unit: string, { idempotencyKey }: NewFact): SQL =>
  sql`EXISTS (SELECT 1 FROM facts WHERE unit = ${unit} AND idempotency_key = ${idempotencyKey})`

function insertWhere(
  unit: string,
  { fact, byId, idempotencyKey, keyPrint = null }: NewFact,
  condition: SQL,
): SQL {
  const { to, file, making, ...same } = fact
  const row = {
    ...{ unit, byId, idempotencyKey, keyPrint, toDate: to?.date ?? null, toTime: to?.time ?? null },
    ...same,
    file: file && JSON.stringify(file),
    making: making && JSON.stringify(making),
  }
  const columns = Object.entries(getTableColumns(facts))
  const names = sql.raw(columns.map(([, column]) => `"${column.name}"`).join(', '))
  const values = sql.join(
    columns.map(([key]) => sql`${row[key as keyof typeof row]}`),
    sql`, `,
  )
  return sql`INSERT INTO facts (${names}) SELECT ${values}
    WHERE ${condition} AND ${notClosed(unit, fact)} AND ${besideIncidents(unit, fact, idempotencyKey)}`
}

/** Of a fact and an incident that come under one key at one moment the second is refused, with all that it would explain. */
const besideIncidents = (unit: string, { incidentId }: Fact, key: string | null): SQL =>
  and(
    incidentId === null ? undefined : isKept(unit, incidentId),
    key === null ? undefined : sql`NOT ${isIncidentKey(unit, key)}`,
  ) ?? sql`TRUE`

/** Facts that come with another decision, in its batch and on its condition. */
export const appendWith = (unit: string, news: readonly NewFact[], condition: SQL): SQL[] =>
  news.flatMap((one) => [insertWhere(unit, one, condition), touchSlot(unit, one.fact, condition)])

const touchSlot = (unit: string, fact: Fact, condition: SQL): SQL =>
  sql`UPDATE slots SET revision = revision + 1, changed_at = max(changed_at, ${fact.recordedAt})
    WHERE unit = ${unit} AND id = ${fact.slotId} AND ${condition}`

/** The fact that an idempotency key stands for, if it was used before. */
export async function factOfKey(
  db: Db,
  unit: string,
  key: string,
): Promise<{ fact: Fact; byId: string; keyPrint: string | null } | null> {
  const [row] = await db
    .select()
    .from(facts)
    .where(and(eq(facts.unit, unit), eq(facts.idempotencyKey, key)))
  return row ? { fact: toFact(row), byId: row.byId, keyPrint: row.keyPrint } : null
}

/** When somebody first recorded something of each slot of a plan. */
export async function touchTimes(
  db: Db,
  unit: string,
  planId: string,
): Promise<ReadonlyMap<string, Instant>> {
  const { rows } = await readOne(
    db,
    sql`SELECT slot_id, min(recorded_at) FROM facts
      WHERE unit = ${unit} AND plan_id = ${planId} AND slot_id IS NOT NULL GROUP BY slot_id`,
  )
  return new Map(rows.map((row) => [String(row[0]), Number(row[1])]))
}
