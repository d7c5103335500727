/** Folders that vanish with their test. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A new empty folder; it is removed when the scope that said `await using` ends. */
export async function tempFolder(): Promise<{ path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'nhip-song-'))
  // Windows keeps a file for a moment after its database was closed.
  const remove = () => rm(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  return { path, [Symbol.asyncDispose]: remove }
}
