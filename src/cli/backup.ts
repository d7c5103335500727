/** `backup` and `restore`: a consistent copy while the server runs, and the way back. */
import { databaseFile } from '../config.ts'
import { invalid, ok, type Problem, type Result } from '../core/problem.ts'
import { backUp, type Copy, restore as putBack } from '../node/backup.ts'
import type { Args, CliWorld, Command } from './command.ts'

export const backup: Command = {
  usage: 'backup <tệp>',
  summary: 'Sao lưu cơ sở dữ liệu ra một tệp, trong khi máy chủ vẫn chạy',
  english: 'Write a consistent copy of the database while the server runs',
  options: {},
  run: async (args, world) => {
    const asked = filesOf(args, world, backup.usage)
    if (!asked.ok) return asked.problem
    const made = await backUp(asked.value.database, asked.value.file)
    if (!made.ok) return made.problem
    world.out(`Đã sao lưu ra ${asked.value.file}: ${contentInWords(made.value)}`)
    return null
  },
}

export const restore: Command = {
  usage: 'restore <tệp>',
  summary: 'Phục hồi cơ sở dữ liệu từ tệp sao lưu (dừng máy chủ trước); bản đang có được giữ lại',
  english: 'Put a backup in the place of the database (stop the server first); what was there is kept',
  options: {},
  run: async (args, world) => {
    const asked = filesOf(args, world, restore.usage)
    if (!asked.ok) return asked.problem
    const done = await putBack(asked.value.database, asked.value.file, world.clock())
    if (!done.ok) return done.problem
    world.out(`Đã phục hồi từ ${asked.value.file}: ${contentInWords(done.value)}`)
    if (done.value.kept) world.out(`Bản trước khi phục hồi được giữ ở ${done.value.kept}`)
    return null
  },
}

function filesOf(
  { positionals }: Args,
  world: CliWorld,
  usage: string,
): Result<{ database: string; file: string }> {
  const [file] = positionals
  if (!file || positionals.length > 1) return invalid(`Cách dùng: nhip-song ${usage}`)
  const config = world.config()
  if (!config.ok) return config
  const database = databaseFile(config.value.DATABASE_URL)
  return database === null ? serversOwn() : ok({ database, file })
}

const serversOwn = (): { ok: false; problem: Problem } =>
  invalid(
    'Cơ sở dữ liệu này ở trên máy chủ libSQL: hãy sao lưu bằng công cụ của máy chủ đó (xem docs/van-hanh.md).',
  )

const contentInWords = ({ rows }: Copy): string =>
  `${rows.plans ?? 0} kế hoạch, ${rows.slots ?? 0} kỳ, ${rows.facts ?? 0} ghi nhận`
