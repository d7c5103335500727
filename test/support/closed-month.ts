/** A month whose report is frozen, without the report. */
import type { Db } from '../../src/store/db.ts'
import { closings } from '../../src/store/schema.ts'
import { MONDAY } from './test-house.ts'

/** Closes August 2025 of the plan of Ngọk Tụ, or of the whole office (an empty plan). */
export const closeAugust = (db: Db, unit: string, planId = 'ngok-tu-2025') =>
  db.insert(closings).values({
    ...{ unit, planId, basis: 'plan-year', period: '2025-08' },
    ...{ from: '2025-08-01', to: '2025-08-31', asOf: '2025-08-31' },
    ...{ report: '{}', sha256: 'a'.repeat(64), by: 'Anh Sơn', byId: 'u-son', closedAt: MONDAY },
  })
