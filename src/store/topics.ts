/** Which topics slots are to speak of, and how fast the unit's announcer reads. */
import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Author } from '../core/author.ts'
import { USUAL_SPEED } from '../core/content/reading-time.ts'
import type { Instant } from '../core/wall-clock.ts'
import { type Db, write } from './db.ts'
import type { Deed } from './deed.ts'
import { readingSpeeds, slotTopics } from './schema.ts'

export type SlotTopic = {
  slotId: string
  topic: string
  byHand: boolean
  /** Why it stands there, in words. */
  why: string
  by: string
  at: Instant
}

/** Slots of a plan whose topics a person chose. */
export async function slotsChosenByHand(db: Db, unit: string, planId: string): Promise<Set<string>> {
  const rows = await db
    .selectDistinct({ slotId: slotTopics.slotId })
    .from(slotTopics)
    .where(and(eq(slotTopics.unit, unit), eq(slotTopics.byHand, true), ofPlan(planId)))
  return new Set(rows.map(({ slotId }) => slotId))
}

/** Ids begin with their plan's; no other letter is between `:` and `;`. */
const ofPlan = (planId: string): SQL =>
  sql`${slotTopics.slotId} >= ${`${planId}:`} AND ${slotTopics.slotId} < ${`${planId};`}`

/** A slot says what it is to speak of, so pages made of it are of an older version now. */
const renew = (unit: string, slotIds: string): SQL =>
  sql`UPDATE slots SET revision = revision
    WHERE unit = ${unit} AND id IN (SELECT value FROM json_each(${slotIds}))`

/** Replaces what was proposed for these slots; what was chosen by hand stays. */
export async function saveProposal(
  db: Db,
  unit: string,
  slotIds: readonly string[],
  chosen: readonly SlotTopic[],
): Promise<void> {
  const ids = JSON.stringify(slotIds)
  const rows = JSON.stringify(chosen)
  await write(db, [
    sql`DELETE FROM slot_topics WHERE unit = ${unit} AND by_hand = 0
      AND slot_id IN (SELECT value FROM json_each(${ids}))`,
    sql`INSERT INTO slot_topics (unit, slot_id, topic, by_hand, why, by, at)
      SELECT ${unit}, value ->> 'slotId', value ->> 'topic', 0, value ->> 'why', value ->> 'by', value ->> 'at'
      FROM json_each(${rows}) WHERE NOT EXISTS (SELECT 1 FROM slot_topics AS own
        WHERE own.unit = ${unit} AND own.slot_id = value ->> 'slotId' AND own.by_hand = 1)
      ON CONFLICT DO NOTHING`,
    renew(unit, ids),
  ])
}

/** What a person chooses for a slot; an empty list leaves it to the next proposal. */
export async function chooseTopics(
  { db, who, now }: Deed,
  slotId: string,
  topics: readonly string[],
): Promise<void> {
  const { unit, name: by } = who
  const row = (topic: string) => ({
    ...{ unit, slotId, topic, byHand: true, by, at: now },
    why: 'chọn tay',
  })
  await write(db, [
    db.delete(slotTopics).where(and(eq(slotTopics.unit, unit), eq(slotTopics.slotId, slotId))),
    ...topics.map((topic) => db.insert(slotTopics).values(row(topic)).onConflictDoNothing()),
    renew(unit, JSON.stringify([slotId])),
  ])
}

/** Syllables a minute. */
export async function readingSpeed(db: Db, unit: string): Promise<number> {
  const [row] = await db.select().from(readingSpeeds).where(eq(readingSpeeds.unit, unit))
  return row?.perMinute ?? USUAL_SPEED
}

export async function setReadingSpeed(
  db: Db,
  who: Pick<Author, 'unit' | 'name'>,
  perMinute: number,
  now: Instant,
): Promise<void> {
  const values = { perMinute, by: who.name, at: now }
  await db
    .insert(readingSpeeds)
    .values({ unit: who.unit, ...values })
    .onConflictDoUpdate({ target: readingSpeeds.unit, set: values })
}
