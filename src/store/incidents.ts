/** Incidents as they are kept. */
import { and, desc, eq, isNull } from 'drizzle-orm'
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

/** A second one with the same id changes nothing. */
export const insertIncident = ({ db, who, now }: Deed, incident: Incident, keyPrint: string): Statement =>
  db
    .insert(incidents)
    .values({ ...incident, unit: who.unit, by: who.name, byId: who.id, recordedAt: now, keyPrint })
    .onConflictDoNothing()

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
