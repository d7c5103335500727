/** The entry on Cloudflare Workers. The database is a libSQL server, reached over HTTP. */
import { createClient } from '@libsql/client/http'
import { createApp } from './app.ts'
import { calendars } from './calendars.ts'
import { readConfig } from './config.ts'
import { planFiles } from './content.generated.ts'
import type { Deps } from './deps.ts'
import { openDb } from './store/db.ts'

/** Variables and secrets of wrangler.toml: all of them text. */
type Bindings = Record<string, string | undefined>

/** Opened for each request: on Workers a connection that one request made may not serve another. */
function openDeps(env: unknown): Deps {
  const config = readConfig(env as Bindings)
  if (!config.ok) throw new Error(config.problem.detail)
  const { DATABASE_URL: url, DATABASE_AUTH_TOKEN: authToken, BASE_URL: baseUrl } = config.value
  const db = openDb(createClient({ url, ...(authToken ? { authToken } : {}) }))
  return { db, clock: Date.now, baseUrl, calendars, samples: planFiles }
}

const app = createApp(openDeps)

export default { fetch: app.fetch }
