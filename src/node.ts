/** The entry on Node: the command line, with the server as one of its commands. */
import { readFile } from 'node:fs/promises'
import { serve as listen } from '@hono/node-server'
import { setupCode } from './accounts/setup.ts'
import { createApp } from './app.ts'
import { calendars } from './calendars.ts'
import type { CliWorld } from './cli/command.ts'
import { runCli } from './cli/main.ts'
import { type Config, readConfig } from './config.ts'
import { planFiles } from './content.generated.ts'
import { invalid, ok } from './core/problem.ts'
import type { Deps } from './deps.ts'
import { openNodeDb } from './node-db.ts'
import { publicFiles } from './node-files.ts'

const world: CliWorld = {
  out: (line) => console.log(line),
  err: (line) => console.error(line),
  clock: Date.now,
  readFile: async (path) => {
    try {
      return ok(new Uint8Array(await readFile(path)))
    } catch {
      return invalid(`Không đọc được tệp ${path}.`)
    }
  },
  config: () => readConfig(process.env),
  openDb: openNodeDb,
  serve,
}

async function serve(config: Config): Promise<void> {
  const db = await openNodeDb(config)
  const deps: Deps = { db, clock: Date.now, baseUrl: config.BASE_URL, calendars, samples: planFiles }
  const app = createApp(() => deps, publicFiles())
  const code = await setupCode(db, deps.clock())
  const server = listen({ fetch: app.fetch, port: config.PORT, hostname: config.HOST }, ({ port }) => {
    world.out(`Nhịp Sóng đang chạy: http://localhost:${port}`)
    if (code)
      world.out(
        `Thiết lập lần đầu, mở đường dẫn này (chỉ dùng một lần):\n${config.BASE_URL}/thiet-lap?ma=${code}`,
      )
  })
  const stop = () => server.close(() => db.$client.close())
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

try {
  process.exitCode = await runCli(process.argv.slice(2), world)
} catch (error) {
  // A bug, or a machine in trouble: exit code 2 tells scripts that their input was not at fault.
  world.err(`Nhịp Sóng gặp lỗi: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  process.exitCode = 2
}
