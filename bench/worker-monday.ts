/**
 * The same Monday as `monday.ts`, in the built Worker: workerd's cron trigger each minute, a libSQL server, a mail service.
 *
 *     node bench/worker-monday.ts 96 400    so many units each
 */
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buildWorker } from '../scripts/build.ts'
import { instantOf } from '../src/core/wall-clock.ts'
import { startWorker } from '../test/runtime/servers.ts'
import { receiver } from '../test/support/receiver.ts'
import { openProvince } from './many-units.ts'

const MINUTE = 60_000
const MORNING = instantOf('2025-08-11', '07:00')
const MOST_BEATS = 60

/** Everything that the Worker asks of the database goes through here, and is counted. */
async function countingProxy(to: string) {
  let requests = 0
  const server = createServer((asked, answer) => {
    requests++
    const onward = request(new URL(asked.url ?? '/', to), { method: asked.method, headers: asked.headers })
    onward.on('response', (told) => {
      answer.writeHead(told.statusCode ?? 502, told.headers)
      told.pipe(answer)
    })
    onward.on('error', () => answer.destroy())
    asked.pipe(onward)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, requests: () => requests, close: () => server.close() }
}

/** Beats until everybody was written to, and one more that must find nothing to do. */
async function monday(units: number): Promise<void> {
  const province = await openProvince(units, 'server')
  const proxy = await countingProxy(province.url)
  await using mail = await receiver({ answer: () => 200 })
  const database = { DATABASE_URL: proxy.url, DATABASE_AUTH_TOKEN: province.authToken }
  const post = { MAIL_URL: `${mail.url}/emails`, MAIL_KEY: 're_test', MAIL_FROM: 'nhip@example.vn' }
  await using worker = await startWorker({ ...database, ...post, LOG: 'off' }, 'dist/worker-monday')
  const letters = () => mail.received.length
  const beat = async (at: number) => {
    const [asked, told, start] = [proxy.requests(), letters(), performance.now()]
    await worker.scheduled(at)
    const sent = letters() - told
    return { sent, requests: proxy.requests() - asked + sent, seconds: (performance.now() - start) / 1000 }
  }
  for (let at = MORNING - 60 * MINUTE; (await beat(at)).requests > 3; at += MINUTE);
  const before = letters()
  console.log(`\n## ${units} units\n\n| beat | letters | requests | seconds |\n| ---: | ---: | ---: | ---: |`)
  for (let i = 0; i < MOST_BEATS; i++) {
    const { sent, requests, seconds } = await beat(MORNING + i * MINUTE)
    console.log(`| ${i + 1} | ${sent} | ${requests} | ${seconds.toFixed(1)} |`)
    if (!sent && requests <= 3) break
  }
  const own = mail.received.slice(before)
  const keys = new Set(own.map(({ headers }) => headers['idempotency-key']))
  if (own.length !== units || keys.size !== units)
    throw new Error(`${own.length} letters, ${keys.size} different ones, to ${units} units`)
  proxy.close()
  await province.close()
}

await buildWorker('dist/worker-monday')
for (const units of process.argv.slice(2).map(Number)) await monday(units)
