/** The folder of nightly copies, on Node. A copy is made by a process of its own: the server goes on answering. */
import { execFile } from 'node:child_process'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Config, databaseFile } from '../config.ts'
import { dayOfCopy } from '../core/notice/copies.ts'
import type { Problem } from '../core/problem.ts'
import type { Copies } from '../deps.ts'

/** `entry` is this program's own file. Null when the database is a server's. */
export function nodeCopies(
  {
    BACKUP_DIR,
    DATABASE_URL,
    FILES_DIR,
  }: Pick<Config, 'BACKUP_DIR' | 'DATABASE_URL'> & { FILES_DIR?: string | undefined },
  entry: string,
): Copies | null {
  if (databaseFile(DATABASE_URL) === null) return null
  return {
    list: async () => (await namesIn(BACKUP_DIR)).filter((name) => dayOfCopy(name) !== null),
    make: async (name) =>
      (await folderProblem(BACKUP_DIR)) ??
      run([entry, 'backup', join(BACKUP_DIR, name)], {
        ...process.env,
        DATABASE_URL,
        ...(FILES_DIR !== undefined && { FILES_DIR }),
      }),
    remove: (name) => rm(join(BACKUP_DIR, name), { force: true }),
  }
}

/** The word on the command line with which this program is started to look through the database's file. */
export const CHECK_COMMAND = 'xem-tep-du-lieu'
/** What it ends with when the file is damaged; anything else but 0 means that it could not look. */
export const DAMAGED = 3

/** Reading a whole file would stop everybody: a process of its own does it. */
export const checkedElsewhere = (entry: string, file: string): Promise<boolean> =>
  new Promise((done) => {
    execFile(process.execPath, [entry, CHECK_COMMAND, file], { windowsHide: true }, (error) =>
      done(error?.code !== DAMAGED),
    )
  })

const namesIn = (folder: string): Promise<string[]> =>
  readdir(folder).catch((error: { code?: string }) => {
    // What is wrong with it is said when something is written there.
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return []
    throw error
  })

const folderProblem = (folder: string): Promise<Problem | null> =>
  mkdir(folder, { recursive: true, mode: 0o700 }).then(
    () => null,
    () => ({ kind: 'invalid', detail: `Không tạo được thư mục sao lưu ${folder}.`, errors: [] }),
  )

/** The command's own words when it failed. */
const run = (args: string[], env: NodeJS.ProcessEnv): Promise<Problem | null> =>
  new Promise((done) => {
    execFile(process.execPath, args, { env, windowsHide: true }, (error, _stdout, stderr) => {
      const detail = stderr.trim().split('\n')[0] || 'Không chạy được lệnh sao lưu.'
      done(error ? { kind: 'invalid', detail, errors: [] } : null)
    })
  })
