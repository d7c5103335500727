/** What a unit says its own way on its reports: on one of them, and on all others. */
import { and, desc, eq, inArray } from 'drizzle-orm'
import type { PaperWords } from '../core/paper-words.ts'
import type { Instant } from '../core/wall-clock.ts'
import { auditEntry } from './audit.ts'
import type { ClosingKey } from './closings.ts'
import { type Db, write } from './db.ts'
import type { Deed } from './deed.ts'
import { paperWords } from './schema.ts'

/** Of all reports that have no words of their own. */
const ALL = ''

const keyOf = ({ planId, basis, period }: ClosingKey): string => `${planId}|${basis}|${period}`

export type SaidPaper = { words: PaperWords; by: string; setAt: Instant }

/** `own`: the report's; `usual`: the office's. Null where nothing is said. */
export type SaidPapers = { own: SaidPaper | null; usual: SaidPaper | null }

export async function findPapers(db: Db, unit: string, report: ClosingKey): Promise<SaidPapers> {
  const key = keyOf(report)
  const rows = await db
    .select({
      ...{ of: paperWords.of, words: paperWords.words, by: paperWords.by, setAt: paperWords.setAt },
    })
    .from(paperWords)
    .where(and(eq(paperWords.unit, unit), inArray(paperWords.of, [ALL, key])))
    .orderBy(desc(paperWords.id))
  const last = (of: string): SaidPaper | null => {
    const row = rows.find((one) => one.of === of)
    return row?.words ? { words: row.words, by: row.by, setAt: row.setAt } : null
  }
  return { own: last(key), usual: last(ALL) }
}

/** What holds for a report. */
export const paperFor = ({ own, usual }: SaidPapers): PaperWords => own?.words ?? usual?.words ?? {}

/** Of one report; null: it goes by the office's again. */
export async function saveOwnPaper(deed: Deed, report: ClosingKey, words: PaperWords | null): Promise<void> {
  await deed.db.insert(paperWords).values(rowOf(deed, keyOf(report), words))
}

/** Of this and all reports to come: what the report said on its own goes. */
export async function saveUsualPaper(deed: Deed, report: ClosingKey, words: PaperWords): Promise<void> {
  const { db, who, now } = deed
  await write(db, [
    db.insert(paperWords).values(rowOf(deed, ALL, words)),
    db.insert(paperWords).values(rowOf(deed, keyOf(report), null)),
    auditEntry(who, { kind: 'paper-words', subject: 'lời văn, thể thức báo cáo' }, now),
  ])
}

const rowOf = ({ who, now }: Deed, of: string, words: PaperWords | null) => ({
  ...{ unit: who.unit, of, words, by: who.name, byId: who.id, setAt: now },
})
