/** Bytes that nobody needs any more: what was taken back long ago, and what a cut sending left. */
import { uncorrected } from '../core/fact.ts'
import { STRUCK_KEPT_DAYS } from '../core/kept-file.ts'
import { DAY_MS, type Instant } from '../core/wall-clock.ts'
import type { Deps } from '../deps.ts'
import type { Db } from '../store/db.ts'
import { listFacts } from '../store/facts.ts'
import { forgetKeptFile, type KeptOfUnit, listKeptFiles, listStruck } from '../store/kept-files.ts'

/** A sending takes minutes at most: what lies there for so long without a fact belongs to none. */
const LEFT_MS = DAY_MS

/** For the scheduler, once a day; running it twice changes nothing. The facts stay, with names and hashes. */
export async function sweepFiles({ db, files }: Pick<Deps, 'db' | 'files'>, now: Instant): Promise<void> {
  if (!files) return
  for (const struck of await listStruck(db, now - STRUCK_KEPT_DAYS * DAY_MS))
    if (!(await isInForce(db, struck))) await forgetKeptFile(db, struck)
  const named = new Set((await listKeptFiles(db)).map(nameOf))
  for await (const { at, ...file } of files.list())
    if (at < now - LEFT_MS && !named.has(nameOf(file))) await files.remove(file.unit, file.sha256)
}

const nameOf = ({ unit, sha256 }: KeptOfUnit): string => `${unit} ${sha256}`

type Struck = Awaited<ReturnType<typeof listStruck>>[number]

/** What had struck a fact out may have been struck out itself. */
async function isInForce(db: Db, { unit, sha256, asked }: Struck): Promise<boolean> {
  for (const obligation of asked) {
    const facts = await listFacts(db, unit, obligation)
    const bySlot = Map.groupBy(facts, ({ slotId }) => slotId)
    for (const of of bySlot.values())
      if (uncorrected(of).some(({ file }) => file?.sha256 === sha256)) return true
  }
  return false
}
