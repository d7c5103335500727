/** The tenants, and the column with which every other row names its own. */
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { UnitKind } from '../core/unit.ts'

/** An office (đơn vị): the tenant. */
export const units = sqliteTable(
  'units',
  {
    code: text().primaryKey(),
    name: text().notNull(),
    createdAt: integer('created_at').notNull(),
    /** From the beginning of this day its people may only look, and what was planned from it on is in no count. */
    closedAt: integer('closed_at'),
    /** Minutes after an airing's time from which its silence is asked about; null: from the end of its day. */
    graceMinutes: integer('grace_minutes'),
    kind: text().$type<UnitKind>().notNull().default('khac'),
    /** The code of the office above, which sees it. */
    parent: text(),
    /** As the state numbers communes and provinces: 5 or 2 digits. */
    officialCode: text('official_code'),
    /** Within so many days of its due day a record is on time, for the offices below; null: the usual. */
    onTimeDays: integer('on_time_days'),
  },
  (table) => [
    index('units_by_parent').on(table.parent),
    uniqueIndex('units_by_official_code').on(table.officialCode),
  ],
)

export const unit = () =>
  text()
    .notNull()
    .references(() => units.code)
