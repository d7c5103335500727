/** Who does something, where, and when: what whatever is written begins with. */
import type { Author } from '../core/author.ts'
import type { Instant } from '../core/wall-clock.ts'
import type { Db } from './db.ts'

export type Deed = { db: Db; who: Author; now: Instant }
