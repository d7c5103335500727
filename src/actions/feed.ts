/** A subscription as a client fetches it: who may, what it holds, and whether it has changed. */
import { createHash } from 'node:crypto'
import { hashSecret } from '../accounts/secret.ts'
import { type FeedScope, scopeWords } from '../core/notice/feed-scope.ts'
import { type WorkCalendar, withOwnDays } from '../core/plan/work-calendar.ts'
import { fail, ok, type Result } from '../core/problem.ts'
import { endOfDay, type Instant, instantOf, localDateOf, yearOf, yearRange } from '../core/wall-clock.ts'
import { placeOf } from '../core/words/unit-words.ts'
import { changedByTime, changesAt } from '../ical/calendar.ts'
import { entryOf, shownOf } from '../ical/entry.ts'
import { calendarWithin } from '../ical/within.ts'
import { type Breathe, inPortions, inSteps, withoutBreath } from '../portions.ts'
import type { Db } from '../store/db.ts'
import { calendarSource, type FeedState, feedState } from '../store/feeds.ts'
import { findOwnDays } from '../store/own-days.ts'
import { findUnit, type Unit } from '../store/units.ts'
import { type Body, recallBody, recallSeal, remember, type Seal } from './feed-memory.ts'

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
  breathe: Breathe = withoutBreath,
): Promise<Result<BuiltFeed>> {
  const key = keyOf(state, options)
  const seal = sealOf(state, options, now)
  const body = seal && recallBody(key, seal)
  if (seal && body) return ok({ seal, body })
  const unit = await findUnit(db, state.unit)
  if (!unit) return UNKNOWN
  const built = await build(db, unit, state, { ...options, now, breathe })
  if (state.version !== null) remember(key, built.seal, built.body)
  return ok(built)
}

async function build(
  db: Db,
  unit: Unit,
  { scope, version }: FeedState,
  { now, breathe, ...options }: FeedOptions & { now: Instant; breathe: Breathe },
): Promise<BuiltFeed> {
  const today = localDateOf(now)
  const year = yearOf(today)
  const days = { from: yearRange(year - 1).from, to: yearRange(year + 1).to }
  const [{ records, changedAt }, own] = await Promise.all([
    calendarSource(db, unit.code, days, breathe),
    findOwnDays(db, unit.code),
  ])
  const work = withOwnDays(options.work, own?.days ?? [])
  await breathe()
  const judged = await inPortions(records, breathe, (some) => some.map(entryOf))
  await breathe()
  const entries = shownOf(judged, scope, now)
  const name = calendarName(unit.name, scope)
  await breathe()
  const within = calendarWithin(entries, { ...options, work, unit, now, name, reminders: true }, today)
  const { text, leftOut } = await inSteps(within, breathe)
  await breathe()
  const plain = new TextEncoder().encode(text)
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 27)}"`
  const seal = {
    ...{ version: version ?? '', etag },
    // Its days go by the calendar's year, and where it had to leave some out, by today.
    changedAt: Math.max(
      changedAt,
      changedByTime(records, now),
      instantOf(leftOut ? today : yearRange(year).from),
    ),
    validUntil: Math.min(changesAt(records, now), endOfDay(leftOut ? today : yearRange(year).to)),
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
