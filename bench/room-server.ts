/** The server as `npm start` runs it, but on a day of the bench's year and with static files of the bench's own. */
import { serve } from '@hono/node-server'
import { createApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { openNodeDb } from '../src/node/db.ts'
import { nodeDeps } from '../src/node/deps.ts'
import { publicFiles } from '../src/node/files.ts'
import { NOW } from './feed-year.ts'

const config = readConfig(process.env)
if (!config.ok) throw new Error(config.problem.detail)
const world = { clock: () => NOW, print: (line: string) => console.log(line), entry: '' }
const deps = nodeDeps(config.value, await openNodeDb(config.value), world)
const app = createApp(() => deps, publicFiles(process.env.PUBLIC_FOLDER))
serve({ fetch: app.fetch, port: config.value.PORT, hostname: '127.0.0.1' })
