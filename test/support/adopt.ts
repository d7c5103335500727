/** Adopting in tests as a file from the command line does; a refusal is a mistake of the test. */
import { type Adoption, adopt as adoptEdition, type Terms } from '../../src/actions/adopt.ts'
import type { Calendars } from '../../src/calendars.ts'
import type { Plan } from '../../src/core/plan.ts'
import type { Instant } from '../../src/core/wall-clock.ts'
import type { Db } from '../../src/store/db.ts'

export async function adopt(
  db: Db,
  unit: string,
  plan: Plan,
  calendars: Calendars,
  now: Instant,
  terms: Terms = {},
): Promise<Adoption> {
  const who = { unit, id: 'cli', name: 'dòng lệnh' }
  const adoption = await adoptEdition({ db, who, now, calendars }, plan, { origin: 'file' }, terms)
  if (!adoption.ok) throw new Error(JSON.stringify(adoption.problem))
  return adoption.value
}
