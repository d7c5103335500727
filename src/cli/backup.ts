/** `backup` and `restore`: a consistent copy while the server runs, and the way back. */
import { dirname, join, resolve } from 'node:path'
import { databaseFile } from '../config.ts'
import { invalid, ok, type Problem, type Result } from '../core/problem.ts'
import { backUp, type Copy, filesOfCopy, restore as putBack } from '../node/backup.ts'
import { carriedInWords, carryFiles, type Passage } from '../node/file-copies.ts'
import { FOLDER, filesFolder, pathOfFile } from '../node/file-store.ts'
import type { Args, CliWorld, Command } from './command.ts'

export const backup: Command = {
  usage: 'backup <tệp>',
  summary: 'Sao lưu cơ sở dữ liệu ra một tệp, trong khi máy chủ vẫn chạy',
  english: 'Write a consistent copy of the database while the server runs',
  options: {},
  run: async (args, world) => {
    const asked = filesOf(args, world, backup.usage)
    if (!asked.ok) return asked.problem
    const { database, file, folder } = asked.value
    const made = await backUp(database, file)
    if (!made.ok) return made.problem
    world.out(`Đã sao lưu ra ${file}: ${contentInWords(made.value)}`)
    const beside = folderBeside(file)
    await carry(world, beside, await passages(file, folder, beside))
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
    const { database, file, folder } = asked.value
    const done = await putBack(database, file, world.clock())
    if (!done.ok) return done.problem
    world.out(`Đã phục hồi từ ${file}: ${contentInWords(done.value)}`)
    if (done.value.kept) world.out(`Bản trước khi phục hồi được giữ ở ${done.value.kept}`)
    await carry(world, folder, await passages(database, folderBeside(file), folder), true)
    return null
  },
}

function filesOf(
  { positionals }: Args,
  world: CliWorld,
  usage: string,
): Result<{ database: string; file: string; folder: string }> {
  const [file] = positionals
  if (!file || positionals.length > 1) return invalid(`Cách dùng: nhip-song ${usage}`)
  const config = world.config()
  if (!config.ok) return config
  const database = databaseFile(config.value.DATABASE_URL)
  return database === null ? serversOwn() : ok({ database, file, folder: filesFolder(config.value) })
}

/** Copies of one folder share their evidence: each file lies there once. */
const folderBeside = (file: string): string => join(dirname(resolve(file)), FOLDER)

async function passages(copy: string, from: string, to: string): Promise<Passage[]> {
  return (await filesOfCopy(copy)).map(({ unit, sha256 }) => ({
    ...{ sha256, from: pathOfFile(from, unit, sha256), to: pathOfFile(to, unit, sha256) },
  }))
}

async function carry(world: CliWorld, where: string, all: Passage[], checked = false): Promise<void> {
  for (const line of carriedInWords(await carryFiles(all, checked), where)) world.out(line)
}

const serversOwn = (): { ok: false; problem: Problem } =>
  invalid(
    'Cơ sở dữ liệu này ở trên máy chủ libSQL: hãy sao lưu bằng công cụ của máy chủ đó (xem docs/van-hanh.md).',
  )

const contentInWords = ({ rows }: Copy): string =>
  `${rows.plans ?? 0} kế hoạch, ${rows.slots ?? 0} kỳ, ${rows.facts ?? 0} ghi nhận`
