/** Evidence in a folder: a unit's under its code, each file under its SHA-256. */
import { mkdir, open, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { type Config, databaseFile } from '../config.ts'
import { isSha256 } from '../core/kept-file.ts'
import type { FileStore } from '../deps.ts'
import { sweep, sweepLeftovers, takePlace, unfinished } from './unfinished.ts'

/** Beside an embedded database, unless said otherwise. */
export const filesFolder = ({
  FILES_DIR,
  DATABASE_URL,
}: Pick<Config, 'FILES_DIR' | 'DATABASE_URL'>): string =>
  FILES_DIR ?? join(dirname(databaseFile(DATABASE_URL) ?? 'data/nhip-song.db'), FOLDER)

export const FOLDER = 'minh-chung'

/** Nothing else can name a file: no code of a unit and no hash leads out of the folder. */
export const pathOfFile = (folder: string, unit: string, sha256: string): string => {
  if (!isSha256(sha256)) throw new Error('no hash of a file')
  return join(folder, encodeURIComponent(unit).replaceAll('.', '%2E'), sha256)
}

let written = 0

/** Written beside its place, and moved there once it is whole and on the disk. Two may write the same at one time. */
export async function putFile(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const part = unfinished(`${path}.${++written}`)
  try {
    await writeFile(part, bytes, { mode: 0o600, flag: 'wx' })
    await takePlace(part, path)
  } finally {
    await sweep(part)
  }
}

export function nodeFiles(folder: string): FileStore {
  return {
    put: (unit, sha256, bytes) => putFile(pathOfFile(folder, unit, sha256), bytes),
    get: async (unit, sha256, range) => {
      const file = await open(pathOfFile(folder, unit, sha256)).catch(whenMissing)
      if (file === null) return null
      const stream = file.createReadStream(range === null ? {} : { start: range.from, end: range.to })
      return Readable.toWeb(stream) as ReadableStream<Uint8Array>
    },
    remove: (unit, sha256) => rm(pathOfFile(folder, unit, sha256), { force: true }),
    list: () => filesIn(folder),
  }
}

/** What a dead process left is swept on the way. */
async function* filesIn(folder: string): ReturnType<FileStore['list']> {
  await sweepLeftovers(folder)
  for (const name of await namesIn(folder)) {
    await sweepLeftovers(join(folder, name))
    for (const sha256 of (await namesIn(join(folder, name))).filter(isSha256)) {
      const found = await stat(join(folder, name, sha256)).catch(whenMissing)
      if (found) yield { unit: decodeURIComponent(name), sha256, at: found.mtimeMs }
    }
  }
}

const namesIn = (folder: string): Promise<string[]> =>
  readdir(folder).catch((error: { code?: string }) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return []
    throw error
  })

function whenMissing(error: { code?: string }): null {
  if (error.code === 'ENOENT') return null
  throw error
}
