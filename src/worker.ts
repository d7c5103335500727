/** The entry on Cloudflare Workers. The database is a libSQL server, reached over HTTP. */
import { createClient } from '@libsql/client/http'
import { WORK } from './actions/work.ts'
import { createApp } from './app.ts'
import { calendars } from './calendars.ts'
import { type Channel, type EmailAddress, later } from './channels/channel.ts'
import { consoleChannel } from './channels/console.ts'
import { post } from './channels/http.ts'
import { mailApiChannel } from './channels/mail-api.ts'
import { webhookChannel } from './channels/webhook.ts'
import { zaloOf } from './channels/zalo.ts'
import { type Config, fileLimits, readConfig, zaloBot } from './config.ts'
import { planFiles } from './content.generated.ts'
import { closeDeps, type Deps, type FileStore } from './deps.ts'
import { noQueue, sharing } from './queue.ts'
import { type Bucket, r2Files } from './r2-files.ts'
import { tick, WORKER_LIMITS } from './scheduler/tick.ts'
import { counted } from './store/counted.ts'
import { openDb } from './store/db.ts'
import { serverClient } from './store/server.ts'
import { jsonTrace } from './trace.ts'
import { noTurns } from './turns.ts'
import { workHere } from './workshop.ts'

/** Variables and secrets of wrangler.toml: all of them text, but for the bucket of evidence. */
type Bindings = Record<string, string | undefined>

/** Opened for each request: on Workers a connection that one request made may not serve another. */
const openDeps = (env: unknown): Deps => openCounted(env).deps

function openCounted(env: unknown): { deps: Deps; asked: () => number } {
  const config = readConfig(env as Bindings)
  if (!config.ok) throw new Error(config.problem.detail)
  const { client, asked } = counted(serverClient(createClient, config.value))
  const deps: Deps = {
    db: openDb(client),
    clock: Date.now,
    baseUrl: config.value.BASE_URL,
    calendars,
    samples: planFiles,
    channels: {
      email: emailChannel(config.value),
      webhook: webhookChannel(post),
      zalo: zaloOf(zaloBot(config.value)),
    },
    // The database's own server makes them.
    copies: null,
    files: bucketIn(env),
    fileLimits: fileLimits(config.value),
    trustedProxies: [],
    storage: null,
    workshop: workHere(WORK),
    turns: noTurns,
    makings: sharing(noQueue),
    bodies: noQueue,
    webhooksMayBeLocal: config.value.WEBHOOK_LOCAL === 'allow',
    trace: jsonTrace(config.value.LOG, Date.now, console.log),
  }
  return { deps, asked }
}

/** Optional: without the binding files cannot be kept here. */
function bucketIn(env: unknown): FileStore | null {
  const { FILES: bucket } = env as { FILES?: Bucket }
  return bucket ? r2Files(bucket) : null
}

/** Workers speak no SMTP to mail servers. */
function emailChannel({ MAIL_URL: url, MAIL_KEY: key = '', MAIL_FROM: from }: Config): Channel<EmailAddress> {
  if (url.startsWith('http')) return mailApiChannel({ url, key, from })
  if (url.startsWith('console:')) return consoleChannel(console.log)
  const refuse = async () => later('trên Workers, MAIL_URL phải là https:// của dịch vụ thư', { down: true })
  return { reaches: false, send: refuse, close: () => undefined }
}

const app = createApp(openDeps)

type Cron = { scheduledTime: number }
type Context = { waitUntil: (promise: Promise<unknown>) => void }

async function scheduled({ scheduledTime }: Cron, env: Bindings, context: Context): Promise<void> {
  const { deps, asked } = openCounted(env)
  const beat = tick(deps, scheduledTime, { ...WORKER_LIMITS, asked }).finally(() => closeDeps(deps))
  context.waitUntil(beat)
  await beat
}

export default { fetch: app.fetch, scheduled }
