/** Which chat with the Zalo bot is whose. */
import { and, eq, gt, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import { ROLE_NOTICES } from '../core/notice/notice.ts'
import type { Role } from '../core/role.ts'
import type { Instant } from '../core/wall-clock.ts'
import { type Db, write } from './db.ts'
import { units, users, zaloHeard, zaloLinks } from './schema.ts'

export type ZaloLink = Omit<typeof zaloLinks.$inferSelect, 'unit' | 'userId' | 'codeHash'>

/** Null for somebody who never asked for a code. */
export async function findZaloLink(db: Db, unit: string, userId: string): Promise<ZaloLink | null> {
  const [row] = await db
    .select({
      codeUntil: zaloLinks.codeUntil,
      chat: zaloLinks.chat,
      linkedAt: zaloLinks.linkedAt,
      carries: zaloLinks.carries,
      endedAt: zaloLinks.endedAt,
      endedWhy: zaloLinks.endedWhy,
    })
    .from(zaloLinks)
    .where(ofPerson(unit, userId))
  return row ?? null
}

const ofPerson = (unit: string, userId: string) => and(eq(zaloLinks.unit, unit), eq(zaloLinks.userId, userId))

/** A new code in place of an older one; a chat stays as it is until the code is used. */
export async function offerCode(
  db: Db,
  unit: string,
  userId: string,
  { hash, until }: { hash: string; until: Instant },
): Promise<void> {
  const code = { codeHash: hash, codeUntil: until }
  await db
    .insert(zaloLinks)
    .values({ unit, userId, ...code })
    .onConflictDoUpdate({ target: [zaloLinks.unit, zaloLinks.userId], set: code })
}

export type CodeOwner = { unit: string; unitName: string; userId: string; name: string; role: Role }

/** Whose a code is that may still be used. */
export async function ownerOfCode(db: Db, hash: string, now: Instant): Promise<CodeOwner | null> {
  const [row] = await db
    .select({
      unit: zaloLinks.unit,
      unitName: units.name,
      userId: zaloLinks.userId,
      name: users.name,
      role: users.role,
    })
    .from(zaloLinks)
    .innerJoin(users, and(eq(users.unit, zaloLinks.unit), eq(users.id, zaloLinks.userId)))
    .innerJoin(units, eq(units.code, zaloLinks.unit))
    .where(and(eq(zaloLinks.codeHash, hash), gt(zaloLinks.codeUntil, now), isNull(users.deactivatedAt)))
  return row ?? null
}

export type Heard = { id: string; chat: string; at: Instant }

/** True for what was not heard before. */
export async function noteHeard(db: Db, heard: Heard, cancels: boolean, now: Instant): Promise<boolean> {
  const [noted] = await write(db, [note(heard, cancels, now)])
  return noted?.rowsAffected === 1
}

const note = ({ id, chat, at }: Heard, cancels: boolean, now: Instant, when: SQL = sql`1`): SQL =>
  sql`INSERT INTO zalo_heard (id, chat, at, cancels, heard_at)
    SELECT ${id}, ${chat}, ${at}, ${cancels ? 1 : 0}, ${now} WHERE ${when} ON CONFLICT DO NOTHING`

/**
 * The chat in which a code was written is its owner's from now on, and carries their messages. False when the code was used
 * meanwhile, or the chat was told to stop after the code was written.
 */
export async function linkChat(
  db: Db,
  { unit, userId, role }: CodeOwner,
  hash: string,
  heard: Heard,
  now: Instant,
): Promise<boolean> {
  const { chat, at } = heard
  const cancelled = sql`EXISTS (SELECT 1 FROM zalo_heard WHERE chat = ${chat} AND cancels = 1 AND at > ${at})`
  const mine = sql`unit = ${unit} AND user_id = ${userId}`
  const isLinked = sql`EXISTS (SELECT 1 FROM zalo_links WHERE ${mine} AND chat = ${chat} AND linked_at = ${at})`
  const [linked] = await write(db, [
    sql`UPDATE zalo_links SET chat = ${chat}, linked_at = ${at}, carries = 1, code_hash = NULL, code_until = NULL,
      ended_at = NULL, ended_why = NULL
      WHERE ${mine} AND code_hash = ${hash} AND code_until > ${now} AND NOT ${cancelled}`,
    // Who chose nothing yet hears what others of their role hear.
    sql`INSERT INTO notice_settings (unit, user_id, kinds, changed_at)
      SELECT ${unit}, ${userId}, ${JSON.stringify(ROLE_NOTICES[role])}, ${now} WHERE ${isLinked} ON CONFLICT DO NOTHING`,
    note(heard, false, now, isLinked),
  ])
  return linked?.rowsAffected === 1
}

/** All that this chat was linked to before something was written in it. Answers how many. */
export async function endChat(db: Db, { chat, at }: Heard, why: string, now: Instant): Promise<number> {
  const older = and(eq(zaloLinks.chat, chat), or(isNull(zaloLinks.linkedAt), sql`linked_at <= ${at}`))
  return (await db.update(zaloLinks).set(ending(why, now)).where(older)).rowsAffected
}

const ending = (why: string, now: Instant) => ({ chat: null, linkedAt: null, endedAt: now, endedWhy: why })

/** One person's, whatever chat it is; with `chat`, only while it is that one. */
export async function endLink(
  db: Db,
  { unit, userId }: Pick<CodeOwner, 'unit' | 'userId'>,
  { why, chat }: { why: string; chat?: string },
  now: Instant,
): Promise<boolean> {
  const linked = chat === undefined ? isNotNull(zaloLinks.chat) : eq(zaloLinks.chat, chat)
  const ended = await db
    .update(zaloLinks)
    .set({ ...ending(why, now), codeHash: null, codeUntil: null })
    .where(and(ofPerson(unit, userId), linked))
  return ended.rowsAffected === 1
}

export async function chooseZalo(db: Db, unit: string, userId: string, carries: boolean): Promise<void> {
  await db.update(zaloLinks).set({ carries }).where(ofPerson(unit, userId))
}

/** Whether anything that somebody writes to the bot would mean something. */
export async function isZaloAwaited(db: Db, now: Instant): Promise<boolean> {
  const awaited = or(isNotNull(zaloLinks.chat), gt(zaloLinks.codeUntil, now))
  return (await db.select({ unit: zaloLinks.unit }).from(zaloLinks).where(awaited).limit(1)).length > 0
}

/** What was heard so long ago comes no second time. */
export const pruneHeard = (db: Db, before: Instant) =>
  db.delete(zaloHeard).where(lt(zaloHeard.heardAt, before))
