/** What the beat needs where no server runs around it: `channels` take what it sends, and nothing else happens. */
import { WORK } from '../../src/actions/work.ts'
import { calendars } from '../../src/calendars.ts'
import { MIB } from '../../src/core/kept-file.ts'
import type { Deps } from '../../src/deps.ts'
import type { Db } from '../../src/store/db.ts'
import { noTurns } from '../../src/turns.ts'
import { workHere } from '../../src/workshop.ts'

export const beatDeps = (db: Db, channels: Deps['channels']): Deps => ({
  ...{ db, channels, calendars, clock: Date.now, baseUrl: 'http://nhip.test', trace: () => undefined },
  ...{ samples: [], copies: null, storage: null, files: null, workshop: workHere(WORK), turns: noTurns },
  fileLimits: { photo: MIB, recording: MIB, quota: MIB },
  ...{ trustedProxies: [], webhooksMayBeLocal: true },
})
