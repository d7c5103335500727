/** What was read on the air, and how long that took: from this the speed of a unit's announcer is known. */
import type { ItemText } from '../core/content/item.ts'
import { readingTime, type Timed } from '../core/content/reading-time.ts'
import { isDone, uncorrected } from '../core/fact.ts'
import type { Db } from '../store/db.ts'
import { findItem } from '../store/items.ts'
import { listSlots } from '../store/slots.ts'
import { readAloud } from '../templates/markdown.ts'

/** The text of an item as it is spoken. */
export const aloud = ({ loudspeaker, body }: Pick<ItemText, 'loudspeaker' | 'body'>): string =>
  readAloud(loudspeaker ?? body)

/** Airings of which both the length and the text are known: the text as it stood when it was aired. */
export async function airedTexts(db: Db, unit: string): Promise<Timed[]> {
  const timed = await timedAirings(db, unit)
  const items = await Promise.all([...new Set(timed.map(({ id }) => id))].map((id) => findItem(db, unit, id)))
  const versionsOf = new Map(items.flatMap((item) => (item ? [[item.id, item.versions] as const] : [])))
  return timed.flatMap(({ id, minutes, at }) => {
    const versions = versionsOf.get(id) ?? []
    const text = versions.findLast((version) => version.at <= at) ?? versions[0]
    return text ? [{ syllables: readingTime(aloud(text)).syllables, minutes }] : []
  })
}

async function timedAirings(db: Db, unit: string) {
  const records = await listSlots(db, unit, { latestYears: 2 })
  return records.flatMap(({ item, facts }) => {
    const aired = uncorrected(facts).find((fact) => isDone(fact) && fact.minutes)
    return item && aired?.minutes ? [{ id: item.id, minutes: aired.minutes, at: aired.at }] : []
  })
}
