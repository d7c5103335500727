/** What actions begin with: a deed and what it is judged by, or a look at a unit. */
import type { Calendars } from '../calendars.ts'
import type { Moment } from '../core/standing.ts'
import type { Breathe } from '../portions.ts'
import type { Db } from '../store/db.ts'
import type { Deed } from '../store/deed.ts'

export type Act = Deed & {
  calendars: Calendars
  /** Between the parts of something heavy: lets others have the loop's turn. Missing where nobody else waits for it. */
  breathe?: Breathe
}

/** Whose unit is looked at, by which calendars, and the moment as of which slots are judged. */
export type Look = { db: Db; unit: string; calendars: Calendars; moment: Moment; breathe?: Breathe }
