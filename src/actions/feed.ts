/** A subscription as a client fetches it: who may, what it holds, and whether it has changed. */
import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { hashSecret } from '../accounts/secret.ts'
import { type FeedScope, scopeWords } from '../core/notice/feed-scope.ts'
import { type WorkCalendar, withOwnDays } from '../core/plan/work-calendar.ts'
import { fail, ok, type Result } from '../core/problem.ts'
import { endOfDay, type Instant, instantOf, localDateOf, yearOf, yearRange } from '../core/wall-clock.ts'
import { placeOf } from '../core/words/unit-words.ts'
import { changedByTime, changesAt } from '../ical/calendar.ts'
import { entryOf, shownOf } from '../ical/entry.ts'
import { ANY_ALARM, withAlarm } from '../ical/event.ts'
import { calendarWithin } from '../ical/within.ts'
import { type Breathe, inPortions, inSteps, withoutBreath } from '../portions.ts'
import type { Db } from '../store/db.ts'
import { calendarSource, calendarVersion, type FeedState, feedState } from '../store/feeds.ts'
import { findOwnDays } from '../store/own-days.ts'
import { findUnit, type Unit } from '../store/units.ts'
import { type Body, recallBody, recallSeal, remember, type Seal } from './feed-memory.ts'

const NOTE_EVERY_MS = 3_600_000

/** `alarms`: whether events have one, of as many minutes as each who fetches it wants (`bytesFor`). */
export type FeedOptions = { baseUrl: string; work: WorkCalendar; alarms: boolean }

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

/** What is the same for all who get the same. */
export const keyOf = ({ unit, scope }: FeedState, { baseUrl, alarms }: FeedOptions): string =>
  `${unit}\n${scope}\n${alarms}\n${baseUrl}`

/** Without building anything: null when it was never built of this version here. */
export const sealOf = (state: FeedState, options: FeedOptions, now: Instant): Seal | null =>
  state.version === null ? null : recallSeal(keyOf(state, options), state.version, now)

export type BuiltFeed = { seal: Seal; body: Body }

/** What was kept of the version that `state` names. */
export function keptFeed(state: FeedState, options: FeedOptions, now: Instant): BuiltFeed | null {
  const seal = sealOf(state, options, now)
  const body = seal && recallBody(keyOf(state, options), seal)
  return body && { seal, body }
}

/** As it stands now, which may be later than `state` was looked up. */
export async function buildFeed(
  db: Db,
  state: FeedState,
  options: FeedOptions,
  now: Instant,
  breathe: Breathe = withoutBreath,
): Promise<Result<BuiltFeed>> {
  // Before anything else is read: what is written from now on has another version.
  const [version, unit] = await Promise.all([calendarVersion(db, state.unit), findUnit(db, state.unit)])
  if (!unit) return UNKNOWN
  const present = { ...state, version }
  const kept = keptFeed(present, options, now)
  if (kept) return ok(kept)
  const built = await build(db, unit, present, { ...options, now, breathe })
  if (version !== null) remember(keyOf(state, options), built.seal, built.body)
  return ok(built)
}

async function build(
  db: Db,
  unit: Unit,
  { scope, version }: FeedState,
  { now, breathe, alarms, ...options }: FeedOptions & { now: Instant; breathe: Breathe },
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
  const alarm = alarms ? ANY_ALARM : null
  const within = calendarWithin(entries, { ...options, alarm, work, unit, now, name, reminders: true }, today)
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

export type Bytes = Uint8Array<ArrayBuffer>

/** As somebody takes it: with the minutes of their alarm, zipped or not. Kept as the feed itself is. */
export async function bytesFor(
  key: string,
  built: BuiltFeed,
  { alarm, zips }: { alarm: number | null; zips: boolean },
): Promise<Bytes> {
  const body = alarm === null ? built.body : bodyWith(alarm, key, built)
  if (!zips) return body.plain
  body.zipped ??= await zipped(body.plain)
  return body.zipped
}

function bodyWith(alarm: number, key: string, { seal, body }: BuiltFeed): Body {
  const own = `${key}\n${alarm}`
  const kept = recallBody(own, seal)
  if (kept) return kept
  // A byte a letter: read as what it is, a megabyte would take two as text.
  const letters = Buffer.from(body.plain.buffer).toString('latin1')
  const plain = new Uint8Array(Buffer.from(withAlarm(letters, alarm), 'latin1'))
  const made: Body = { plain, zipped: null }
  remember(own, seal, made)
  return made
}

async function zipped(bytes: Bytes): Promise<Bytes> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}
