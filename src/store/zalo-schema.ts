/** Chats with the server's Zalo bot: whose they are, and what was heard there. */
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { unit } from './units-schema.ts'

/** Somebody's chat, or the code with which they will say that one is theirs. */
export const zaloLinks = sqliteTable(
  'zalo_links',
  {
    unit: unit(),
    userId: text('user_id').notNull(),
    /** Of the code that was given out; null once it was used. */
    codeHash: text('code_hash'),
    codeUntil: integer('code_until'),
    /** The chat, as Zalo names it; null before there is one, and after it ended. */
    chat: text(),
    /** When the code was written there, by Zalo's clock. */
    linkedAt: integer('linked_at'),
    /** False: they would rather have mail. */
    carries: integer({ mode: 'boolean' }).notNull().default(true),
    /** When and why the last chat ended. */
    endedAt: integer('ended_at'),
    endedWhy: text('ended_why'),
  },
  (table) => [
    primaryKey({ columns: [table.unit, table.userId] }),
    uniqueIndex('zalo_links_by_code').on(table.codeHash),
    index('zalo_links_by_chat').on(table.chat),
  ],
)

/** What was heard, for as long as it may come again. Of no unit: whoever writes has none yet. */
export const zaloHeard = sqliteTable(
  'zalo_heard',
  {
    /** The message's id, as Zalo gives it. */
    id: text().primaryKey(),
    chat: text().notNull(),
    /** By Zalo's clock: what is heard late must not undo what was said after it. */
    at: integer().notNull(),
    cancels: integer({ mode: 'boolean' }).notNull(),
    heardAt: integer('heard_at').notNull(),
  },
  (table) => [index('zalo_heard_by_chat').on(table.chat)],
)
