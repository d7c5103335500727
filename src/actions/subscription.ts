/** Giving somebody a calendar, and taking it back. */
import { hashSecret, newId, newSecret } from '../accounts/secret.ts'
import { wrongLetters } from '../core/field.ts'
import { type FeedScope, officeOf, parseScope, sameOffice } from '../core/notice/feed-scope.ts'
import { fail, invalid, missing, ok, type Result } from '../core/problem.ts'
import { can, type Role } from '../core/role.ts'
import { byName, tidy } from '../core/text.ts'
import type { Instant } from '../core/wall-clock.ts'
import type { Db } from '../store/db.ts'
import { countFeeds, type Feed, insertFeed, listFeeds, revokeFeed } from '../store/feeds.ts'
import { listPlans } from '../store/plans.ts'

type Subscriber = { unit: string; id: string; role: Role }

const MAX_NAME = 100
/** More than the people of an office; it only stops what runs away. */
const MAX_FEEDS = 500

const feedPath = (token: string): string => `/feeds/${token}.ics`

/** The path holds the token and is told this once. */
export async function subscribe(
  db: Db,
  who: Subscriber,
  given: { name: string; scope: string },
  now: Instant,
): Promise<Result<{ feed: Feed; path: string }>> {
  const name = tidy(given.name)
  if (!name || name.length > MAX_NAME) return wrong('name', `cần tên người nhận, từ 1 đến ${MAX_NAME} ký tự`)
  const letters = wrongLetters(given.name)
  if (letters) return wrong('name', `tên người nhận không dùng được, ${letters}`)
  const scope = await scopeOfUnit(db, who.unit, given.scope)
  if (!scope.ok) return scope
  if ((await countFeeds(db, who.unit)) >= MAX_FEEDS)
    return fail({ kind: 'conflict', detail: `Đơn vị đã có ${MAX_FEEDS} lịch đang dùng: hãy thu hồi bớt.` })
  const token = newSecret()
  const feed: Feed = {
    ...{ id: newId(), name, scope: scope.value, createdBy: who.id, createdAt: now },
    ...{ fetchedAt: null, client: null },
  }
  await insertFeed(db, who.unit, hashSecret(token), feed)
  return ok({ feed, path: feedPath(token) })
}

const wrong = (field: string, message: string) =>
  invalid(`Chưa tạo được lịch: ${message}.`, [{ path: [field], code: 'invalid', message }])

/** An office that leads nothing would give a calendar that stays empty. */
async function scopeOfUnit(db: Db, unit: string, text: string): Promise<Result<FeedScope>> {
  const scope = parseScope(text)
  const office = scope.ok ? officeOf(scope.value) : null
  if (office === null) return scope
  const known = (await leadOffices(db, unit)).find((lead) => sameOffice(lead, office))
  return known ? ok<FeedScope>(`lead:${known}`) : wrong('scope', `không nhiệm vụ nào do “${office}” chủ trì`)
}

/** Who leads an obligation in the unit's plans, as the plans write it, each once. */
export async function leadOffices(db: Db, unit: string): Promise<string[]> {
  const leads = (await listPlans(db, unit)).flatMap(({ obligations }) => obligations.map(({ lead }) => lead))
  const offices: string[] = []
  for (const lead of leads)
    if (lead !== null && !offices.some((office) => sameOffice(office, lead))) offices.push(lead)
  return offices.sort(byName)
}

/** Admins look after all subscriptions of the unit, everybody else after their own. */
const ownOnly = ({ id, role }: Subscriber): string | undefined => (can(role, 'administer') ? undefined : id)

export const subscriptionsOf = (db: Db, who: Subscriber): Promise<Feed[]> =>
  listFeeds(db, who.unit, ownOnly(who))

/** From the next request on, in every process. The answer is whose it was. */
export async function unsubscribe(
  db: Db,
  who: Subscriber,
  id: string,
  now: Instant,
): Promise<Result<string>> {
  const feed = (await subscriptionsOf(db, who)).find((each) => each.id === id)
  const revoked = feed && (await revokeFeed(db, who.unit, { id, by: ownOnly(who) }, now))
  return revoked ? ok(feed.name) : fail(missing('feed'))
}
