/** Files that only their owner may read: they hold hashed passwords, keys, and what an office records. */
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

const OWNER_ONLY = 0o600

/** Makes a missing file, and its folder, so; takes an old file's wider rights away, where it may. Windows has other ways. */
export function makePrivate(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  if (!existsSync(file)) closeSync(openSync(file, 'a', OWNER_ONLY))
  // SQLite gives the files beside it the rights of the database; those of before keep their own.
  for (const name of [file, `${file}-wal`, `${file}-shm`]) narrow(name)
}

function narrow(name: string): void {
  try {
    if (statSync(name).mode & 0o077) chmodSync(name, OWNER_ONLY)
  } catch {
    // Not there, or somebody else's: whoever opens it says what is wrong.
  }
}
