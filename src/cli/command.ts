/** What a command is: a name, its help, its options, and a run that answers with an exit code. */
import type { ParseArgsOptionsConfig } from 'node:util'
import type { Config } from '../config.ts'
import { invalid, type Problem, type Result } from '../core/problem.ts'
import type { Instant } from '../core/wall-clock.ts'
import type { Db } from '../store/db.ts'

/** What a command may touch of the world; tests pass their own. */
export type CliWorld = {
  out: (line: string) => void
  err: (line: string) => void
  clock: () => Instant
  /** One line that says what runs. */
  version: () => string
  readFile: (path: string) => Promise<Result<Uint8Array>>
  config: () => Result<Config>
  openDb: (config: Config) => Promise<Db>
  /** One beat of the scheduler: how many jobs had their turn, messages were sent, and either failed. */
  tick: (
    config: Config,
    now: Instant,
  ) => Promise<{ turns: number; sent: number; failed: number; ahead?: true }>
  /** Serves until told to stop. */
  serve: (config: Config) => Promise<void>
}

/** The same, and the unit that the command is about, in its database. */
export type UnitWorld = CliWorld & { db: Db; unit: string }

export type Args = { positionals: string[]; options: Record<string, string | boolean | undefined> }

export type Command = {
  usage: string
  /** In Vietnamese, one line. */
  summary: string
  /** The same in English. */
  english: string
  options: ParseArgsOptionsConfig
  /** Null when done; a problem is printed and ends with exit code 1. */
  run: (args: Args, world: CliWorld) => Promise<Problem | null>
}

/** A text option, or undefined. */
export const textOption = ({ options }: Args, name: string): string | undefined =>
  typeof options[name] === 'string' ? options[name] : undefined

/** What a command that takes no words after its name says to some. */
export const stray = ({ positionals }: Args): Problem | null =>
  positionals.length ? invalid(`Thừa: ${positionals.join(' ')}.`).problem : null
