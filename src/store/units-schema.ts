/** The tenants, and the column with which every other row names its own. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** A commune office (đơn vị): the tenant. */
export const units = sqliteTable('units', {
  code: text().primaryKey(),
  name: text().notNull(),
  createdAt: integer('created_at').notNull(),
  /** Since then its people may only look. */
  closedAt: integer('closed_at'),
  /** Minutes after an airing's time from which its silence is asked about; null: from the end of its day. */
  graceMinutes: integer('grace_minutes'),
})

export const unit = () =>
  text()
    .notNull()
    .references(() => units.code)
