/** At night: what has run out is forgotten. Sessions, the outbox, bytes of evidence that was taken back; never facts. */
import { sweepAccounts } from '../../accounts/sweep.ts'
import { sweepFiles } from '../../actions/sweep-files.ts'
import { ok } from '../../core/problem.ts'
import { DAY_MS } from '../../core/wall-clock.ts'
import { pruneMessages } from '../../store/outbox.ts'
import { pruneHeard } from '../../store/zalo.ts'
import type { ServerJob } from '../job.ts'
import { daily } from '../when.ts'

/** How long people can look up what was sent to them. */
const KEPT_MS = 90 * DAY_MS
/** How long Zalo may bring the same word again. */
const HEARD_MS = 3 * DAY_MS

export const prune: ServerJob = {
  name: 'prune',
  next: (after) => daily('02:30')(after),
  run: async ({ db, files }, { now }) => {
    await sweepAccounts(db, now)
    await sweepFiles({ db, files }, now)
    await pruneMessages(db, now - KEPT_MS)
    await pruneHeard(db, now - HEARD_MS)
    return ok({})
  },
}
