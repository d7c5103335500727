/** The command line inside the test's own process, on a database and files of the test's choice. */
import type { CliWorld } from '../../src/cli/command.ts'
import { runCli } from '../../src/cli/main.ts'
import { readConfig } from '../../src/config.ts'
import { ok } from '../../src/core/problem.ts'
import type { Instant } from '../../src/core/wall-clock.ts'
import { readFile } from '../../src/node/read-file.ts'
import type { Db } from '../../src/store/db.ts'

export type Ran = { code: number; out: string; err: string }
export type Place = {
  db?: Db
  now?: Instant
  files?: Record<string, string | Uint8Array>
  env?: Record<string, string>
}

const never = (what: string) => () => Promise.reject(new Error(what))

/** Runs one command line. Files are those given, otherwise those of the project. */
export function commandLine({ db, now = 0, files = {}, env = {} }: Place = {}) {
  return async (...argv: string[]): Promise<Ran> => {
    const [out, err]: [string[], string[]] = [[], []]
    const world: CliWorld = {
      out: (line) => out.push(line),
      err: (line) => err.push(line),
      clock: () => now,
      version: () => 'Nhịp Sóng thử',
      readFile: async (path) => {
        const given = files[path]
        if (given !== undefined)
          return ok(typeof given === 'string' ? new TextEncoder().encode(given) : given)
        return readFile(path)
      },
      config: () => readConfig(env),
      openDb: async () => db ?? (await never('needs no database')()),
      tick: never('keeps no beat'),
      serve: never('serves nothing'),
    }
    return { code: await runCli(argv, world), out: out.join('\n'), err: err.join('\n') }
  }
}
