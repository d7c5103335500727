/** Incidents as they are kept. */
import { createHash } from 'node:crypto'
import { and, desc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { Incident, RecordedIncident } from '../core/incident.ts'
import type { Db, Statement } from './db.ts'
import type { Deed } from './deed.ts'
import { incidents } from './schema.ts'

function toIncident(row: typeof incidents.$inferSelect): RecordedIncident {
  const { unit: _, byId, undoneBy, undoneAt, keyPrint, ...incident } = row
  return { ...incident, undone: undoneAt === null ? null : { by: undoneBy ?? '', at: undoneAt } }
}

export async function findIncident(db: Db, unit: string, id: string): Promise<RecordedIncident | null> {
  const [row] = await db
    .select()
    .from(incidents)
    .where(and(eq(incidents.unit, unit), eq(incidents.id, id)))
  return row ? toIncident(row) : null
}

/** An incident is named by its idempotency key: sent again it is the same one. */
export const incidentIdOf = (key: string): string =>
  createHash('sha256').update(key).digest('hex').slice(0, 32)

/** Whether an incident stands for a key; of two that come at one moment only the batch itself can tell. */
export const isIncidentKey = (unit: string, key: string): SQL => isKept(unit, incidentIdOf(key))

export const isKept = (unit: string, id: string): SQL =>
  sql`EXISTS (SELECT 1 FROM incidents WHERE unit = ${unit} AND id = ${id})`

/** Who asked for it, and for what. */
export async function incidentOfKey(
  db: Db,
  unit: string,
  id: string,
): Promise<{ incident: RecordedIncident; byId: string; keyPrint: string | null } | null> {
  const row = await db.query.incidents.findFirst({
    where: and(eq(incidents.unit, unit), eq(incidents.id, id)),
  })
  return row ? { incident: toIncident(row), byId: row.byId, keyPrint: row.keyPrint } : null
}

/** The latest first. */
export async function listIncidents(db: Db, unit: string, limit = 100): Promise<RecordedIncident[]> {
  const rows = await db
    .select()
    .from(incidents)
    .where(eq(incidents.unit, unit))
    .orderBy(desc(incidents.from), desc(incidents.recordedAt))
    .limit(limit)
  return rows.map(toIncident)
}

/** A second one with the same id changes nothing; nor does one whose key stands for a fact. */
export const insertIncident = (
  { who, now }: Deed,
  { id, kind, from, to, channel, note, document }: Incident,
  { key, print }: { key: string | null; print: string },
): SQL =>
  sql`INSERT INTO incidents (unit, id, kind, "from", "to", channel, note, document, "by", by_id, recorded_at, key_print)
    SELECT ${who.unit}, ${id}, ${kind}, ${from}, ${to}, ${channel}, ${note}, ${document}, ${who.name}, ${who.id}, ${now}, ${print}
    WHERE NOT EXISTS (SELECT 1 FROM facts WHERE unit = ${who.unit} AND idempotency_key = ${key})
    ON CONFLICT DO NOTHING`

/** The document that came later; one that is there stays. */
export const giveDocument = (db: Db, unit: string, id: string, document: string): Statement =>
  db
    .update(incidents)
    .set({ document })
    .where(and(eq(incidents.unit, unit), eq(incidents.id, id), isNull(incidents.document)))

export const markUndone = ({ db, who, now }: Deed, id: string): Statement =>
  db
    .update(incidents)
    .set({ undoneBy: who.name, undoneAt: now })
    .where(and(eq(incidents.unit, who.unit), eq(incidents.id, id), isNull(incidents.undoneAt)))
