/** Who does something, where, and when: what every action that writes begins with. */
import type { Calendars } from '../calendars.ts'
import type { Author } from '../core/author.ts'
import type { Moment } from '../core/standing.ts'
import type { Instant } from '../core/wall-clock.ts'
import type { Db } from '../store/db.ts'

export type Act = {
  db: Db
  who: Author
  now: Instant
  calendars: Calendars
  /** Between the parts of something heavy: lets others have the loop's turn. Missing where nobody else waits for it. */
  breathe?: () => Promise<void>
}

/** Where no calendar is asked. */
export type Deed = Omit<Act, 'calendars' | 'breathe'>

/** Whose unit is looked at, by which calendars, and the moment as of which slots are judged. */
export type Look = { db: Db; unit: string; calendars: Calendars; moment: Moment }
