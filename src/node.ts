/** The entry on Node: the command line, with the server as one of its commands. */
import {
  createServer as createHttpServer,
  type RequestListener,
  type Server,
  type ServerOptions,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { createAdaptorServer } from '@hono/node-server'
import { setupCode } from './accounts/setup.ts'
import { WORK } from './actions/work.ts'
import { createApp } from './app.ts'
import type { CliWorld } from './cli/command.ts'
import { runCli } from './cli/main.ts'
import { type Config, databaseFile, readConfig } from './config.ts'
import type { Instant } from './core/wall-clock.ts'
import { closeDeps, type Deps } from './deps.ts'
import { type Arrivals, arrivals } from './node/arrivals.ts'
import { atTheDoor } from './node/at-the-door.ts'
import { isSound } from './node/backup.ts'
import { boundConnections } from './node/connections.ts'
import { CHECK_COMMAND, DAMAGED } from './node/copies.ts'
import { fileTroubleIn, openNodeDb } from './node/db.ts'
import { nodeDeps } from './node/deps.ts'
import { publicFiles } from './node/files.ts'
import { requests } from './node/lock.ts'
import { oneByOne } from './node/one-by-one.ts'
import { keepInOneFile } from './node/one-file.ts'
import { readFile } from './node/read-file.ts'
import { sweepLeftovers } from './node/unfinished.ts'
import { versionLine } from './node/version.ts'
import { WORK_COMMAND, workForParent } from './node/workshop.ts'
import { startBeat } from './scheduler/beat.ts'
import { type Ticked, tick } from './scheduler/tick.ts'
import { unavailabilityIn } from './store/server.ts'

const world: CliWorld = {
  out: (line) => console.log(line),
  err: (line) => console.error(line),
  clock: Date.now,
  version: versionLine,
  readFile,
  config: () => readConfig(process.env),
  openDb: (config) => openNodeDb(config),
  tick: tickOnce,
  serve,
}

async function openDeps(config: Config, patienceMs?: number, later?: Arrivals['later']): Promise<Deps> {
  const entry = fileURLToPath(import.meta.url)
  return nodeDeps(config, await openNodeDb(config, patienceMs), { clock: Date.now, print, entry, later })
}

/** Lines for whoever reads along. When nobody does, they are dropped rather than kept in memory for ever. */
function print(line: string): void {
  if (process.stdout.writableLength < UNREAD) console.log(line)
}
const UNREAD = 1024 * 1024

async function tickOnce(config: Config, now: Instant): Promise<Ticked> {
  const deps = await openDeps(config)
  return tick(deps, now).finally(() => closeDeps(deps))
}

/** Whoever waits for an answer is told within two seconds that the database is locked. */
const ANSWER_MS = 1500

/**
 * On a machine with much memory V8 lets what is young grow to 128 MB, which a server under load never gives back. What
 * the program's start needed is enough.
 */
const KEEP_YOUNG_SMALL = '--semi-space-growth-factor=1'

async function serve(config: Config): Promise<void> {
  setFlagsFromString(KEEP_YOUNG_SMALL)
  const { note, later } = arrivals()
  const deps = await openDeps(config, ANSWER_MS, later)
  const app = createApp(() => deps, publicFiles())
  const code = await setupCode(deps.db, deps.clock())
  const server = openServer(atTheDoor(app.fetch, deps.turns, deps.trustedProxies), config).on(
    'connection',
    note,
  )
  server.once('listening', () => {
    const { port } = server.address() as AddressInfo
    world.out(`Nhịp Sóng đang chạy: http://localhost:${port}`)
    if (code)
      world.out(
        `Thiết lập lần đầu, mở đường dẫn này (chỉ dùng một lần):\n${config.BASE_URL}/thiet-lap?ma=${code}`,
      )
  })
  const beat = config.BEAT === 'on' ? startBeat(deps) : null
  const letGo = lookAfterFile(config, deps)
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    await Promise.all([beat?.stop(), closeServer(server)])
    letGo()
    closeDeps(deps)
  }
  for (const signal of STOP_SIGNALS) process.on(signal, stop)
  server.once('error', (error: NodeJS.ErrnoException) => {
    const wrong = addressProblem(error.code, config)
    world.err(wrong ?? `Máy chủ gặp lỗi: ${error.message}`)
    process.exitCode = wrong === null ? 2 : 1
    void stop()
  })
}

/** The reasons stand in `docs/gioi-han.md`. */
const MOST_CONNECTIONS = 4000
const HEADS_MS = 15_000
const LOOK_MS = 5000
/** Those who come at one moment wait in the system, which would tell the others to try again in one, three, seven seconds. */
const BACKLOG = 4096

function openServer(fetch: ReturnType<typeof atTheDoor>, { PORT: port, HOST: host }: Config): Server {
  const createServer = (options: ServerOptions, listener?: RequestListener) =>
    createHttpServer(
      { ...options, headersTimeout: HEADS_MS, connectionsCheckingInterval: LOOK_MS },
      listener && oneByOne((...asked) => requests.run({ spentMs: 0 }, () => listener(...asked))),
    )
  const server = createAdaptorServer({
    ...{ fetch, hostname: host, createServer: createServer as typeof createHttpServer },
  }) as Server
  boundConnections(server, MOST_CONNECTIONS)
  return server.listen({ port, host, backlog: BACKLOG })
}

/** An embedded database is this program's to look after. Answers how to stop. */
function lookAfterFile({ DATABASE_URL, BACKUP_DIR }: Config, { db, storage }: Deps): () => void {
  const file = databaseFile(DATABASE_URL)
  if (file === null) return () => undefined
  for (const folder of [dirname(file), BACKUP_DIR]) void sweepLeftovers(folder)
  // Looked through now, so that whoever asks for its health need not wait.
  void storage?.trouble()
  return keepInOneFile(db, file)
}

/** What is wrong with the settings when the server cannot listen; null when it is something else. */
function addressProblem(code: string | undefined, { HOST, PORT }: Config): string | null {
  switch (code) {
    case 'EADDRINUSE':
      return `Cổng ${PORT} đang có chương trình khác dùng.`
    case 'EACCES':
      return `Không được phép dùng cổng ${PORT}: hãy đặt PORT từ 1024 trở lên.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST ${HOST} không phải địa chỉ của máy này.`
    default:
      return null
  }
}

/** SIGTERM from systemd and Docker, SIGINT and SIGBREAK from a console, SIGHUP when its window is closed. */
const STOP_SIGNALS: NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK']

/** Requests under way may take so long before their connections are cut. */
const FAREWELL_MS = 10_000

/** Takes no more requests, and answers those that it has. */
const closeServer = (server: Server): Promise<void> =>
  new Promise((done) => {
    server.close(() => done())
    setTimeout(() => server.closeAllConnections(), FAREWELL_MS).unref()
  })

async function runCommand(args: string[]): Promise<void> {
  try {
    process.exitCode = await runCli(args, world)
  } catch (error) {
    const unavailable = unavailabilityIn(error) ?? fileTroubleIn(error)
    // A bug, or a machine in trouble: exit code 2 tells scripts that their input was not at fault.
    world.err(
      unavailable?.message ?? `Nhịp Sóng gặp lỗi: ${error instanceof Error ? error.stack : String(error)}`,
    )
    process.exitCode = unavailable ? 1 : 2
  }
}

const [command = '', file = ''] = process.argv.slice(2)
if (command === WORK_COMMAND && process.send) workForParent(WORK)
else if (command === CHECK_COMMAND) process.exitCode = (await isSound(file)) ? 0 : DAMAGED
else await runCommand(process.argv.slice(2))
