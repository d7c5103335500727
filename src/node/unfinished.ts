/** Files that are being written: they get their name when they are whole, and what a dead process left is swept. */
import { constants } from 'node:fs'
import { access, copyFile, link, open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** What stands beside a database. */
export const SIDES = ['-wal', '-shm']

export const exists = (path: string): Promise<boolean> =>
  access(path, constants.F_OK).then(
    () => true,
    () => false,
  )

/** The name of a file while this process writes it. */
export const unfinished = (path: string): string => `${path}.${process.pid}.dang-ghi`

const UNFINISHED = /\.(\d+)\.dang-ghi(-wal|-shm|-journal)?$/

/** Windows keeps a file for a moment after its database was closed; a leftover in the way is no reason to fail. */
export async function sweep(path: string): Promise<void> {
  for (const name of [path, ...SIDES.map((side) => path + side)])
    await rm(name, { force: true, maxRetries: 10, retryDelay: 100 }).catch(() => undefined)
}

/** Before this process writes anything: what bears its own number is from an earlier life. */
export async function sweepLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names) {
    const pid = Number(UNFINISHED.exec(name)?.[1] ?? Number.NaN)
    if (!Number.isNaN(pid) && (pid === process.pid || !isAlive(pid)))
      await rm(join(folder, name), { force: true }).catch(() => undefined)
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM'
  }
}

/** On the disk, not only on its way there. */
async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+')
  await file.sync().finally(() => file.close())
}

/** Names too: not every system lets a folder be opened for that. */
const flushNames = (folder: string): Promise<void> =>
  open(folder, 'r').then(
    (file) =>
      file
        .sync()
        .catch(() => undefined)
        .finally(() => file.close()),
    () => undefined,
  )

/** A second name for a file, so that it is never without one; a copy where the file system knows no second names. */
export async function alsoCall(path: string, name: string): Promise<void> {
  try {
    await link(path, name)
  } catch (error) {
    if (!/^(EPERM|ENOTSUP|EOPNOTSUPP|ENOSYS|EMLINK|EXDEV)$/.test((error as { code?: string }).code ?? ''))
      throw error
    await copyFile(path, name, constants.COPYFILE_EXCL)
    await flush(name)
  }
}

/** Takes its place in one step: before it there is the old file under that name, after it the new one. */
export async function takePlace(from: string, to: string): Promise<void> {
  await flush(from)
  try {
    await rename(from, to)
  } catch (error) {
    // Windows renames no file that a closed connection still holds for a moment, but lets it be overwritten.
    if (!/^(EBUSY|EPERM|EACCES)$/.test((error as { code?: string }).code ?? '')) throw error
    await copyFile(from, to)
    await flush(to)
  }
  await flushNames(dirname(to))
}
