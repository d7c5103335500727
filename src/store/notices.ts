/** Who wants to hear what, where and when. */
import { and, asc, eq, gte, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import {
  ANY_TIME,
  NOTICE_HOURS,
  type NoticeHours,
  type NoticeKind,
  type Reach,
} from '../core/notice/notice.ts'
import type { NoticeSettings } from '../core/notice/notice-settings.ts'
import type { Instant } from '../core/wall-clock.ts'
import { type Db, write } from './db.ts'
import type { Deed } from './deed.ts'
import { noticeHours, noticeSettings, units, users, webhooks, zaloLinks } from './schema.ts'
import { wakeForHours } from './turns.ts'

type Row = typeof noticeSettings.$inferSelect

const toReach = ({ quietFrom, quietTo, dailyAt }: Pick<Row, 'quietFrom' | 'quietTo' | 'dailyAt'>): Reach => ({
  quiet: quietFrom !== null && quietTo !== null ? { from: quietFrom, to: quietTo } : null,
  dailyAt,
})

/** What somebody chose; null before that. */
export async function findNoticeSettings(
  db: Db,
  unit: string,
  userId: string,
): Promise<NoticeSettings | null> {
  const [row] = await db
    .select()
    .from(noticeSettings)
    .where(and(eq(noticeSettings.unit, unit), eq(noticeSettings.userId, userId)))
  return row ? { email: row.email, kinds: row.kinds, reach: toReach(row) } : null
}

/** Their own. */
export async function saveNoticeSettings(
  { db, who, now }: Deed,
  { email, kinds, reach }: NoticeSettings,
): Promise<void> {
  const values = {
    ...{ email, kinds, dailyAt: reach.dailyAt, changedAt: now },
    ...{ quietFrom: reach.quiet?.from ?? null, quietTo: reach.quiet?.to ?? null },
  }
  await db
    .insert(noticeSettings)
    .values({ unit: who.unit, userId: who.id, ...values })
    .onConflictDoUpdate({
      target: [noticeSettings.unit, noticeSettings.userId],
      set: { ...values, ...OF_SAME_ADDRESS },
    })
}

/** What its owner said about an address goes with it. */
const OF_SAME_ADDRESS = {
  confirmedAt: sql`CASE WHEN notice_settings.email IS excluded.email THEN confirmed_at END`,
  confirmHash: sql`CASE WHEN notice_settings.email IS excluded.email THEN confirm_hash END`,
  askedAt: sql`CASE WHEN notice_settings.email IS excluded.email THEN asked_at END`,
}

/** Somebody's address, and when they said that it is theirs; null before they chose anything. */
export async function emailState(
  db: Db,
  unit: string,
  userId: string,
): Promise<{ email: string | null; confirmedAt: Instant | null } | null> {
  const [row] = await db
    .select({ email: noticeSettings.email, confirmedAt: noticeSettings.confirmedAt })
    .from(noticeSettings)
    .where(and(eq(noticeSettings.unit, unit), eq(noticeSettings.userId, userId)))
  return row ?? null
}

/** For the batch of the mail that asks; `hash` is of its link. */
export const noteAsking = (unit: string, userId: string, hash: string, now: Instant): SQL =>
  sql`UPDATE notice_settings SET confirm_hash = ${hash}, asked_at = ${now} WHERE unit = ${unit} AND user_id = ${userId}`

const askedSince = (hash: string, since: Instant) =>
  and(eq(noticeSettings.confirmHash, hash), gte(noticeSettings.askedAt, since))

/** Which address was asked with a link, no earlier than `since`; names of its person and unit. */
export async function askedAddress(
  db: Db,
  hash: string,
  since: Instant,
): Promise<{ email: string; name: string; unit: string } | null> {
  const [row] = await db
    .select({ email: noticeSettings.email, name: users.name, unit: units.name })
    .from(noticeSettings)
    .innerJoin(users, and(eq(users.unit, noticeSettings.unit), eq(users.id, noticeSettings.userId)))
    .innerJoin(units, eq(units.code, noticeSettings.unit))
    .where(and(askedSince(hash, since), isNull(users.deactivatedAt)))
  return row?.email ? { ...row, email: row.email } : null
}

/** False when nobody was asked with it. The link is used up then. */
export async function confirmAddress(db: Db, hash: string, since: Instant, now: Instant): Promise<boolean> {
  const done = await db
    .update(noticeSettings)
    .set({ confirmedAt: now, confirmHash: null })
    .where(askedSince(hash, since))
  return done.rowsAffected === 1
}

/** Where one message of a kind goes. */
export type Recipient = { route: string; userId: string | null; reach: Reach }

const EMAIL = 'email'
const ZALO = 'zalo'
const WEBHOOK = /^webhook:(.+)$/

const wants = (kinds: SQL, kind: NoticeKind | null): SQL =>
  kind === null
    ? sql`${kinds} <> '[]'`
    : sql`EXISTS (SELECT 1 FROM json_each(${kinds}) WHERE value = ${kind})`

/** Somebody's chat with the Zalo bot, where they have one and want their messages there. */
const ofChat = and(
  eq(zaloLinks.unit, noticeSettings.unit),
  eq(zaloLinks.userId, noticeSettings.userId),
  isNotNull(zaloLinks.chat),
  eq(zaloLinks.carries, true),
)

const hasEmail = and(isNotNull(noticeSettings.email), isNotNull(noticeSettings.confirmedAt))

/** Everybody of a unit who wants a kind and can be reached; with null, all who want anything. */
export const listRecipients = async (db: Db, unit: string, kind: NoticeKind | null): Promise<Recipient[]> =>
  (await listRecipientsOf(db, [unit], kind)).get(unit) ?? []

/** The same of several units, by unit; who has none is not in it. */
export async function listRecipientsOf(
  db: Db,
  codes: readonly string[],
  kind: NoticeKind | null,
): Promise<ReadonlyMap<string, Recipient[]>> {
  const asked = sql`(SELECT value FROM json_each(${JSON.stringify(codes)}))`
  const [people, programs] = await db.batch([
    db
      .select({
        unit: noticeSettings.unit,
        userId: users.id,
        quietFrom: noticeSettings.quietFrom,
        quietTo: noticeSettings.quietTo,
        dailyAt: noticeSettings.dailyAt,
        chat: zaloLinks.chat,
      })
      .from(noticeSettings)
      .innerJoin(users, and(eq(users.unit, noticeSettings.unit), eq(users.id, noticeSettings.userId)))
      .leftJoin(zaloLinks, ofChat)
      .where(
        and(
          sql`${noticeSettings.unit} IN ${asked}`,
          or(hasEmail, isNotNull(zaloLinks.chat)),
          isNull(users.deactivatedAt),
          wants(sql`${noticeSettings.kinds}`, kind),
        ),
      )
      .orderBy(asc(users.id)),
    db
      .select({ unit: webhooks.unit, id: webhooks.id })
      .from(webhooks)
      .where(
        and(
          sql`${webhooks.unit} IN ${asked}`,
          isNull(webhooks.stoppedAt),
          wants(sql`${webhooks.kinds}`, kind),
        ),
      )
      .orderBy(asc(webhooks.id)),
  ])
  const all = [
    ...people.map(({ unit, userId, chat, ...reach }) => ({
      unit,
      to: { route: chat === null ? EMAIL : ZALO, userId, reach: toReach(reach) },
    })),
    ...programs.map(({ unit, id }) => ({
      unit,
      to: { route: `webhook:${id}`, userId: null, reach: ANY_TIME },
    })),
  ]
  const byUnit = Map.groupBy(all, ({ unit }) => unit)
  return new Map([...byUnit].map(([unit, own]): [string, Recipient[]] => [unit, own.map(({ to }) => to)]))
}

export type Webhook = typeof webhooks.$inferSelect

/**
 * Where a route leads now: an address may have changed, or be gone, since the message was entered. One that nobody
 * confirmed is for the message alone that asks. Whose chat with Zalo ended is reached by mail, where there is an address.
 */
export type Destination =
  | { kind: 'email'; address: string; reach: Reach }
  | { kind: 'zalo'; chat: string; reach: Reach }
  | { kind: 'webhook'; id: string; url: string; secret: string }

export async function findDestination(
  db: Db,
  { unit, route, userId }: { unit: string; route: string; userId: string | null },
  asking = false,
): Promise<Destination | null> {
  const id = WEBHOOK.exec(route)?.[1]
  if (id !== undefined) return webhookDestination(db, unit, id)
  const [row] = await db
    .select({ settings: noticeSettings, chat: zaloLinks.chat })
    .from(noticeSettings)
    .innerJoin(users, and(eq(users.unit, noticeSettings.unit), eq(users.id, noticeSettings.userId)))
    .leftJoin(zaloLinks, ofChat)
    .where(
      and(
        eq(noticeSettings.unit, unit),
        eq(noticeSettings.userId, userId ?? ''),
        isNull(users.deactivatedAt),
      ),
    )
  if (route === ZALO && row?.chat) return { kind: ZALO, chat: row.chat, reach: toReach(row.settings) }
  const address = row?.settings.email
  if (!row || !address || (!asking && row.settings.confirmedAt === null)) return null
  return { kind: 'email', address, reach: asking ? ANY_TIME : toReach(row.settings) }
}

async function webhookDestination(db: Db, unit: string, id: string): Promise<Destination | null> {
  const [row] = await db
    .select()
    .from(webhooks)
    .where(and(eq(webhooks.unit, unit), eq(webhooks.id, id), isNull(webhooks.stoppedAt)))
  return row ? { kind: 'webhook', id, url: row.url, secret: row.secret } : null
}

/** Those that run and those that were stopped, oldest first. */
export const listWebhooks = (db: Db, unit: string): Promise<Webhook[]> =>
  db.select().from(webhooks).where(eq(webhooks.unit, unit)).orderBy(asc(webhooks.createdAt), asc(webhooks.id))

export async function addWebhook(
  db: Db,
  webhook: Pick<Webhook, 'unit' | 'id' | 'name' | 'url' | 'secret' | 'kinds' | 'createdAt'>,
): Promise<void> {
  await db.insert(webhooks).values(webhook)
}

/** `why` in words. False when there is none that runs. */
export async function stopWebhook(
  db: Db,
  { unit, id }: Pick<Webhook, 'unit' | 'id'>,
  why: string,
  now: Instant,
): Promise<boolean> {
  const stopped = await db
    .update(webhooks)
    .set({ stoppedAt: now, stoppedWhy: why })
    .where(and(eq(webhooks.unit, unit), eq(webhooks.id, id), isNull(webhooks.stoppedAt)))
  return stopped.rowsAffected === 1
}

export async function findNoticeHours(db: Db, unit: string): Promise<NoticeHours> {
  const [row] = await db.select().from(noticeHours).where(eq(noticeHours.unit, unit))
  if (!row) return NOTICE_HOURS
  const { remindMinutes, remindAt, askAt, morningAt } = row
  return { remindMinutes, remindAt, askAt, morningAt }
}

/** A unit's own hours; its jobs are looked at anew. */
export async function saveNoticeHours(db: Db, unit: string, hours: NoticeHours, now: Instant): Promise<void> {
  const values = { ...hours, changedAt: now }
  await write(db, [
    db
      .insert(noticeHours)
      .values({ unit, ...values })
      .onConflictDoUpdate({ target: noticeHours.unit, set: values }),
    wakeForHours(unit),
  ])
}
