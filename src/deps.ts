/** What the app needs from the world. Each entry builds it once; tests pass their own. */
import type { Calendars } from './calendars.ts'
import type { Instant } from './core/wall-clock.ts'
import type { Db } from './store/db.ts'

/** A plan file that a new unit may start from. */
export type SamplePlan = { name: string; text: string }

export type Deps = {
  db: Db
  /** Read once for each request or job, then passed on. */
  clock: () => Instant
  baseUrl: string
  calendars: Calendars
  samples: readonly SamplePlan[]
}

/** Called for each request with the runtime's environment (Workers' bindings); Node answers the same every time. */
export type OpenDeps = (env: unknown) => Deps | Promise<Deps>
