/** What has run out and serves nobody any more. */
import type { Instant } from '../core/wall-clock.ts'
import { type Db, write } from '../store/db.ts'
import { sweepAttempts } from './attempts.ts'
import { sweepBrowsers } from './known-browser.ts'
import { sweepLinks } from './password-link.ts'
import { sweepSessions } from './session.ts'

/** For the scheduler, once a day; running it twice changes nothing. */
export async function sweepAccounts(db: Db, now: Instant): Promise<void> {
  await write(db, [
    sweepSessions(db, now),
    sweepLinks(db, now),
    sweepAttempts(db, now),
    sweepBrowsers(db, now),
  ])
}
