/** What was written to the Zalo bot since the last beat, where Zalo does not bring it by itself. */
import { answerWords } from '../actions/zalo.ts'
import type { Instant } from '../core/wall-clock.ts'
import type { Deps } from '../deps.ts'
import { isZaloAwaited } from '../store/zalo.ts'
import { reasonOf } from '../trace.ts'

/** Zalo gives one word a call; more than so many wait for the next beat. */
const MOST = 30

/** Never throws: what fails is logged, and the next beat asks again. */
export async function hearZalo({ db, channels: { zalo }, trace }: Deps, now: Instant): Promise<void> {
  if (!zalo || zalo.webhookSecret !== null) return
  try {
    if (!(await isZaloAwaited(db, now))) return
    for (let i = 0; i < MOST; i++) {
      const { words, more, why } = await zalo.hear(now)
      if (why) trace({ event: 'zalo-failed', why })
      await answerWords(db, zalo, words, now)
      if (!more) return
    }
  } catch (error) {
    trace({ event: 'zalo-failed', why: reasonOf(error) })
  }
}
