/** A subscription as a client fetches it: who may, what it holds, and whether it has changed. */
import { createHash } from 'node:crypto'
import { hashSecret } from '../accounts/secret.ts'
import { type FeedScope, scopeWords } from '../core/notice/feed-scope.ts'
import type { WorkCalendar } from '../core/plan/work-calendar.ts'
import { fail, ok, type Result } from '../core/problem.ts'
import type { Instant } from '../core/wall-clock.ts'
import { placeOf } from '../core/words/unit-words.ts'
import { calendarText, changedByTime, changesAt } from '../ical/calendar.ts'
import { entriesOf } from '../ical/entry.ts'
import type { Db } from '../store/db.ts'
import { calendarSource, type FeedState, feedState } from '../store/feeds.ts'
import { findUnit, type Unit } from '../store/units.ts'
import { type Body, recallBody, recallSeal, remember, type Seal } from './feed-memory.ts'

/** The newest plan years that a feed shows: Google takes no more than a megabyte. */
const YEARS = 2
const NOTE_EVERY_MS = 3_600_000

export type FeedOptions = { baseUrl: string; work: WorkCalendar; alarm: number | null }

const UNKNOWN = fail({ kind: 'not-found', detail: 'Không có lịch này.' })

/** One lookup, whether somebody was given the token or not. */
export async function feedOfToken(db: Db, token: string): Promise<Result<FeedState>> {
  const state = await feedState(db, hashSecret(token))
  if (!state) return UNKNOWN
  return state.revoked ? fail({ kind: 'gone', detail: 'Lịch này đã được thu hồi.' }) : ok(state)
}

/** At most once an hour: a client that asks every minute doesn't write every minute. */
export const isNoteDue = ({ fetchedAt }: FeedState, now: Instant): boolean =>
  fetchedAt === null || now - fetchedAt >= NOTE_EVERY_MS

const keyOf = ({ unit, scope }: FeedState, { baseUrl, alarm }: FeedOptions): string =>
  `${unit}\n${scope}\n${alarm ?? ''}\n${baseUrl}`

/** Without building anything: null when it was never built of this version here. */
export const sealOf = (state: FeedState, options: FeedOptions, now: Instant): Seal | null =>
  state.version === null ? null : recallSeal(keyOf(state, options), state.version, now)

export type BuiltFeed = { seal: Seal; body: Body }

export async function buildFeed(
  db: Db,
  state: FeedState,
  options: FeedOptions,
  now: Instant,
): Promise<Result<BuiltFeed>> {
  const key = keyOf(state, options)
  const seal = sealOf(state, options, now)
  const body = seal && recallBody(key, seal)
  if (seal && body) return ok({ seal, body })
  const unit = await findUnit(db, state.unit)
  if (!unit) return UNKNOWN
  const built = await build(db, unit, state, options, now)
  if (state.version !== null) remember(key, built.seal, built.body)
  return ok(built)
}

async function build(
  db: Db,
  unit: Unit,
  { scope, version }: FeedState,
  options: FeedOptions,
  now: Instant,
): Promise<BuiltFeed> {
  const { records, changedAt } = await calendarSource(db, unit.code, YEARS)
  const entries = entriesOf(records, scope, now)
  const name = calendarName(unit.name, scope)
  const text = calendarText(entries, { ...options, unit, now, name, reminders: true })
  const plain = new TextEncoder().encode(text)
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 27)}"`
  const seal = {
    ...{ version: version ?? '', etag },
    changedAt: Math.max(changedAt, changedByTime(records, now)),
    validUntil: changesAt(records, now),
  }
  return { seal, body: { plain, zipped: null } }
}

/** `Lịch truyền thông xã Ngọk Tụ: trực loa` */
export function calendarName(unit: string, scope: FeedScope): string {
  return `Lịch truyền thông ${placeOf(unit)}${scope === 'all' ? '' : `: ${scopeWords(scope)}`}`
}

/** Zipped once for all who fetch it. */
export async function zippedOf(body: Body): Promise<Uint8Array<ArrayBuffer>> {
  if (!body.zipped) {
    const stream = new Blob([body.plain]).stream().pipeThrough(new CompressionStream('gzip'))
    body.zipped = new Uint8Array(await new Response(stream).arrayBuffer())
  }
  return body.zipped
}
