/** What the app needs from the world, as Node gives it. */
import { calendars } from '../calendars.ts'
import type { Channel, Channels, EmailAddress } from '../channels/channel.ts'
import { consoleChannel } from '../channels/console.ts'
import { post } from '../channels/http.ts'
import { mailApiChannel } from '../channels/mail-api.ts'
import { smtpChannel } from '../channels/smtp.ts'
import { webhookChannel } from '../channels/webhook.ts'
import { zaloOf } from '../channels/zalo.ts'
import { type Config, databaseFile, fileLimits, zaloBot } from '../config.ts'
import { planFiles } from '../content.generated.ts'
import { MIB } from '../core/kept-file.ts'
import type { Instant } from '../core/wall-clock.ts'
import type { Deps, Storage } from '../deps.ts'
import { queue, sharing } from '../queue.ts'
import type { Db } from '../store/db.ts'
import { jsonTrace } from '../trace.ts'
import { loopTurns } from '../turns.ts'
import { checkedElsewhere, nodeCopies } from './copies.ts'
import { filesFolder, nodeFiles } from './file-store.ts'
import { postOutside } from './outside.ts'
import { nodeStorage } from './storage.ts'
import { nodeWorkshop } from './workshop.ts'

/** Requests that wait for their turn; the reasons stand in `docs/gioi-han.md`. */
const MOST_WAITING = 2000
/** Calendars, each once for all who wait for it. */
const MAKINGS = { atOnce: 1, waiting: 500, retryAfterSeconds: 30 }
/** In bytes of large bodies; `perLane` is a person's. */
const BODIES = { atOnce: 192 * MIB, perLane: 64 * MIB, waiting: 60, retryAfterSeconds: 10 }

export type NodeWorld = {
  clock: () => Instant
  print: (line: string) => void
  /** This program's own file, for what it does in a process of its own. */
  entry: string
  /** When the next request begins. */
  later?: ((serve: () => void) => void) | undefined
}

export const nodeDeps = (
  config: Config,
  db: Db,
  { clock, print, entry, later = setImmediate }: NodeWorld,
): Deps => ({
  db,
  clock,
  baseUrl: config.BASE_URL,
  calendars,
  samples: planFiles,
  channels: nodeChannels(config, print),
  copies: nodeCopies(config, entry),
  storage: storageOf(config, entry),
  files: nodeFiles(filesFolder(config)),
  fileLimits: fileLimits(config),
  trustedProxies: config.TRUSTED_PROXIES,
  workshop: nodeWorkshop(entry),
  turns: loopTurns(MOST_WAITING, later),
  makings: sharing(queue(MAKINGS)),
  bodies: queue(BODIES),
  webhooksMayBeLocal: config.WEBHOOK_LOCAL === 'allow',
  trace: jsonTrace(config.LOG, clock, print),
})

function storageOf(config: Config, entry: string): Storage | null {
  const file = databaseFile(config.DATABASE_URL)
  if (file === null) return null
  return nodeStorage(file, () => checkedElsewhere(entry, file), undefined, filesFolder(config))
}

const nodeChannels = (config: Config, print: (line: string) => void): Channels => ({
  email: emailChannel(config, print),
  webhook: webhookChannel(config.WEBHOOK_LOCAL === 'allow' ? post : postOutside()),
  zalo: zaloOf(zaloBot(config)),
})

function emailChannel(
  { MAIL_URL: url, MAIL_KEY: key = '', MAIL_FROM: from }: Config,
  print: (line: string) => void,
): Channel<EmailAddress> {
  if (url.startsWith('console:')) return consoleChannel(print)
  return url.startsWith('http') ? mailApiChannel({ url, key, from }) : smtpChannel({ url, from })
}
