/**
 * The embedded database in one file. What is recorded goes into a second one first, `-wal`, and from there into the
 * database when much has come together. Whoever copies the one file alone, or loses the other, would lose the newest
 * facts: so they are moved over whenever nobody has written for a moment.
 */
import { stat } from 'node:fs/promises'
import type { Db } from '../store/db.ts'

const LOOK_MS = 2000
/** Where somebody always writes, they are moved over all the same. */
const LOOKS_AT_MOST = 15

/** Looks once. Nobody wrote when the second file is as it was at the look before. */
export function oneFile(db: Db, file: string): { look: () => Promise<void> } {
  let before = ''
  let looks = 0
  const moveOver = async () => {
    await db.$client.execute('PRAGMA wal_checkpoint(TRUNCATE)')
    looks = 0
  }
  async function look(): Promise<void> {
    const wal = await stat(`${file}-wal`).catch(() => null)
    if (wal?.size === 0) return
    // Somebody deleted it. This process still holds what was in it, and only this process.
    if (wal === null) {
      await moveOver()
      return db.$client.reconnect()
    }
    const now = `${wal.size} ${wal.mtimeMs}`
    if (now === before || ++looks >= LOOKS_AT_MOST) await moveOver()
    before = now
  }
  return { look }
}

/** Ends with the answer's call. A lock, or a disk that is full, is met again at the next look. */
export function keepInOneFile(db: Db, file: string): () => void {
  const { look } = oneFile(db, file)
  const timer = setInterval(() => void look().catch(() => undefined), LOOK_MS)
  return () => clearInterval(timer)
}
