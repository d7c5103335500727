/** Who does something, where, and when: what every action that writes begins with. */
import type { Calendars } from '../calendars.ts'
import type { Author } from '../core/author.ts'
import type { Instant } from '../core/wall-clock.ts'
import type { Db } from '../store/db.ts'

export type Act = { db: Db; who: Author; now: Instant; calendars: Calendars }

/** Where no calendar is asked. */
export type Deed = Omit<Act, 'calendars'>
