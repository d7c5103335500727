/** What the page of an obligation is made of. */

import type { Fact } from '../../../core/fact.ts'
import type { Obligation, Plan } from '../../../core/plan.ts'
import type { Reading } from '../../../core/reading.ts'
import type { Instant } from '../../../core/wall-clock.ts'
import type { Frame } from '../../../templates/views.ts'
import type { Keeps } from './evidence.ts'
import type { Refused } from './fact-fields.ts'
import type { Recorder } from './tick.ts'

export type ObligationQuestion = {
  frame: Frame
  plan: Plan
  obligation: Obligation
  /** Its slots; none for what only goes on. */
  readings: readonly Reading[]
  /** Its facts without a slot. */
  logged: readonly Fact[]
  now: Instant
  recorder: Recorder
  keeps: Keeps
  sent?: Refused
}
