/** Tables of the count's decisions: what an office holds itself to, what a leader confirmed, what was closed. */
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { TargetChoice } from '../core/count/target.ts'
import type { Basis } from '../core/period.ts'
import type { Airing } from '../core/slot.ts'
import { unit } from './units-schema.ts'

/** Append-only: the last one of an obligation holds. */
export const targets = sqliteTable(
  'targets',
  {
    unit: unit(),
    id: text().notNull(),
    planId: text('plan_id').notNull(),
    obligationId: text('obligation_id').notNull(),
    airing: text().$type<Airing>().notNull(),
    choice: text().$type<TargetChoice>().notNull(),
    value: integer().notNull(),
    document: text().notNull(),
    by: text().notNull(),
    byId: text('by_id').notNull(),
    recordedAt: integer('recorded_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.unit, table.id] }),
    index('targets_by_plan').on(table.unit, table.planId),
  ],
)

/** A leader saw the evidence of a fact and vouches for it. Corrected facts take their confirmation with them. */
export const confirmations = sqliteTable(
  'confirmations',
  {
    unit: unit(),
    factId: text('fact_id').notNull(),
    planId: text('plan_id').notNull(),
    by: text().notNull(),
    byId: text('by_id').notNull(),
    recordedAt: integer('recorded_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.unit, table.factId] }),
    index('confirmations_by_plan').on(table.unit, table.planId),
  ],
)

/** A closed period with its frozen report: rows are never updated or deleted. */
export const closings = sqliteTable(
  'closings',
  {
    unit: unit(),
    planId: text('plan_id').notNull(),
    basis: text().$type<Basis>().notNull(),
    /** `Q3`, `Y`, `2025-08`… */
    period: text().notNull(),
    from: text('from_day').notNull(),
    to: text('to_day').notNull(),
    asOf: text('as_of').notNull(),
    /** The report as JSON, byte for byte what the hash was made of. */
    report: text().notNull(),
    sha256: text().notNull(),
    by: text().notNull(),
    byId: text('by_id').notNull(),
    closedAt: integer('closed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.unit, table.planId, table.basis, table.period] })],
)
