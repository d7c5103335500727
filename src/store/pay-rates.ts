/** An office's own rates, append-only: of two that hold on a day, the later said holds. */
import { asc, eq } from 'drizzle-orm'
import type { PayRates } from '../core/blank/pay-rate.ts'
import type { Instant } from '../core/wall-clock.ts'
import type { Db } from './db.ts'
import type { Deed } from './deed.ts'
import { payRates } from './schema.ts'

export type SaidRates = { id: number; rates: PayRates; by: string; at: Instant }

/** In the order in which they were said. A row without rates takes back those of its first day. */
export async function listPayRates(db: Db, unit: string): Promise<SaidRates[]> {
  const rows = await db.select().from(payRates).where(eq(payRates.unit, unit)).orderBy(asc(payRates.id))
  return rows.flatMap(({ id, from, rates, by, at }, i) =>
    rates === null || rows.slice(i + 1).some((later) => later.from === from) ? [] : [{ id, rates, by, at }],
  )
}

/** `rates` null takes back those that begin on that day. */
export async function savePayRates(
  { db, who, now }: Deed,
  from: string,
  rates: PayRates | null,
): Promise<void> {
  await db.insert(payRates).values({ unit: who.unit, from, rates, by: who.name, byId: who.id, at: now })
}
