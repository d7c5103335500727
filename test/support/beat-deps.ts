/** What the beat and pages need where no server runs around them: `channels` take what is sent, and nothing else happens. */
import { WORK } from '../../src/actions/work.ts'
import { calendars } from '../../src/calendars.ts'
import type { Channel } from '../../src/channels/channel.ts'
import { MIB } from '../../src/core/kept-file.ts'
import type { Deps } from '../../src/deps.ts'
import { noQueue, sharing } from '../../src/queue.ts'
import type { Db } from '../../src/store/db.ts'
import { noTurns } from '../../src/turns.ts'
import { workHere } from '../../src/workshop.ts'

const post: Channel<unknown> = {
  reaches: true,
  send: async () => ({ kind: 'sent' }),
  close: () => undefined,
}

export const beatDeps = (db: Db, channels: Deps['channels'] = { email: post, webhook: post }): Deps => ({
  ...{ db, channels, calendars, clock: Date.now, baseUrl: 'http://nhip.test', trace: () => undefined },
  ...{
    samples: [],
    copies: null,
    storage: null,
    files: null,
    workshop: workHere(WORK),
    turns: noTurns,
    makings: sharing(noQueue),
    bodies: noQueue,
  },
  fileLimits: { photo: MIB, recording: MIB, quota: MIB },
  ...{ trustedProxies: [], webhooksMayBeLocal: true },
})
