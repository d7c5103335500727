/**
 * Browsers in which somebody signed in before. Guesses of strangers are counted against strangers: in a known browser
 * its owner gets in whatever they do. The secret opens nothing, it only spares its holder the strangers' limits.
 */
import { and, eq, lt, type SQL, sql } from 'drizzle-orm'
import { DAY_MS, type Instant } from '../core/wall-clock.ts'
import { placeOf } from '../network.ts'
import { knownBrowsers } from '../store/accounts-schema.ts'
import { type Db, write } from '../store/db.ts'
import { hashSecret, newSecret } from './secret.ts'

/** As long as browsers keep its cookie. */
const KEPT_DAYS = 400

/** Whoever holds the session is known in this browser from now on. The answer is the browser's secret, new or as given. */
export async function knowBrowser(
  db: Db,
  session: string,
  given: { browser: string | undefined; address: string },
  now: Instant,
): Promise<string> {
  const browser = given.browser ?? newSecret()
  const { network } = placeOf(given.address)
  await write(db, [
    sql`INSERT INTO known_browsers (hash, unit, user_id, network, used_at)
      SELECT ${hashSecret(browser)}, unit, user_id, ${network}, ${now} FROM sessions
      WHERE hash = ${hashSecret(session)} AND awaits_code = 0
      ON CONFLICT (user_id, hash) DO UPDATE SET network = excluded.network, used_at = excluded.used_at`,
  ])
  return browser
}

/** Whether a person of a row of `users` signed in before: in this browser, and from this network. */
export const knows = (
  browser: string | undefined,
  network: string,
): { browser: SQL<number>; network: SQL<number> } => ({
  browser: sql<number>`EXISTS (SELECT 1 FROM known_browsers WHERE user_id = users.id AND hash = ${
    browser === undefined ? '' : hashSecret(browser)
  })`,
  network: sql<number>`EXISTS (SELECT 1 FROM known_browsers WHERE user_id = users.id AND network = ${network})`,
})

/** After a password was set by a link: who knew the old one is a stranger again. */
export const forgetBrowsers = (db: Db, unit: string, userId: string) =>
  db.delete(knownBrowsers).where(and(eq(knownBrowsers.unit, unit), eq(knownBrowsers.userId, userId)))

export const sweepBrowsers = (db: Db, now: Instant) =>
  db.delete(knownBrowsers).where(lt(knownBrowsers.usedAt, now - KEPT_DAYS * DAY_MS))
