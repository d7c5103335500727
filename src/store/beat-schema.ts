/** What the scheduler knows: its beat, the turns of its jobs, the outbox, and what people want to hear when. */
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { NoticeKind } from '../core/notice/notice.ts'
import { unit } from './units-schema.ts'

/** The last beat (nhịp), in one row. Of no unit: it is the server's. */
export const beats = sqliteTable('beats', {
  id: integer().primaryKey(),
  startedAt: integer('started_at').notNull(),
  /** Null until a first beat came to its end. */
  finishedAt: integer('finished_at'),
  /** How many jobs had their turn and how many messages were tried in the last beat that found work. */
  turns: integer().notNull().default(0),
  sent: integer().notNull().default(0),
  failed: integer().notNull().default(0),
  /** When a beat came that did nothing, since its clock was too far ahead; null after one that did. */
  aheadAt: integer('ahead_at'),
})

/** One row for each job of each unit: selected by the instant at which it next has something to do. */
export const turns = sqliteTable(
  'turns',
  {
    /** Empty for what the server does for itself. */
    unit: text().notNull(),
    job: text().notNull(),
    /** Everything up to here is done: the job's watermark, so that downtime loses nothing. */
    since: integer().notNull(),
    /** Pushed forward by a claim, so a turn that its process did not survive comes back. */
    dueAt: integer('due_at').notNull(),
    /** Claims since it last came to an end. */
    attempts: integer().notNull().default(0),
    doneAt: integer('done_at'),
    failedAt: integer('failed_at'),
    error: text(),
  },
  (table) => [
    primaryKey({ columns: [table.unit, table.job] }),
    // In the order in which they are claimed: on a Monday thousands are due at one instant.
    index('turns_by_due').on(table.dueAt, table.unit, table.job),
  ],
)

/** The outbox (hộp thư đi): a row is written in the batch of what causes it, under a key that cannot occur twice. */
export const messages = sqliteTable(
  'messages',
  {
    unit: unit(),
    key: text().notNull(),
    /** Which template says it, with what it is given. */
    template: text().notNull(),
    data: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    /** `email`, or `webhook:<id>`: what fails together is put off together. */
    route: text().notNull(),
    /** Whose it is; null for a webhook's. */
    userId: text('user_id'),
    createdAt: integer('created_at').notNull(),
    /** After this instant it would only confuse. */
    usefulUntil: integer('useful_until').notNull(),
    /** When to try (again); null once settled. A claim pushes it forward. */
    dueAt: integer('due_at'),
    attempts: integer().notNull().default(0),
    sentAt: integer('sent_at'),
    failedAt: integer('failed_at'),
    error: text(),
  },
  (table) => [
    primaryKey({ columns: [table.unit, table.key] }),
    index('messages_by_due').on(table.dueAt),
    index('messages_by_unit').on(table.unit, table.createdAt),
    index('messages_by_user').on(table.unit, table.userId, table.dueAt),
  ],
)

/** What a person wants to hear, and when. Without a row the defaults of the role hold. */
export const noticeSettings = sqliteTable(
  'notice_settings',
  {
    unit: unit(),
    userId: text('user_id').notNull(),
    email: text(),
    /** When its owner said that it is theirs; until then nothing but the asking goes there. */
    confirmedAt: integer('confirmed_at'),
    /** Of the link in the mail that asks. */
    confirmHash: text('confirm_hash'),
    askedAt: integer('asked_at'),
    kinds: text({ mode: 'json' }).$type<NoticeKind[]>().notNull(),
    /** Wall times between which nothing is sent; both or neither. */
    quietFrom: text('quiet_from'),
    quietTo: text('quiet_to'),
    /** The wall time of the one daily message; null sends each by itself. */
    dailyAt: text('daily_at'),
    changedAt: integer('changed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.unit, table.userId] })],
)

/** When a unit's jobs speak. Without a row the defaults of `core/notice.ts` hold. */
export const noticeHours = sqliteTable('notice_hours', {
  unit: unit().primaryKey(),
  /** Minutes before each slot; null reminds of all of a day's slots the evening before. */
  remindMinutes: integer('remind_minutes'),
  remindAt: text('remind_at').notNull(),
  askAt: text('ask_at').notNull(),
  morningAt: text('morning_at').notNull(),
  changedAt: integer('changed_at').notNull(),
})

/** Addresses of other programs that a unit's messages go to. */
export const webhooks = sqliteTable(
  'webhooks',
  {
    unit: unit(),
    id: text().notNull(),
    name: text().notNull(),
    url: text().notNull(),
    /** As it is, not as a hash: each message is signed with it. Whoever steals it can imitate us to this one receiver. */
    secret: text().notNull(),
    kinds: text({ mode: 'json' }).$type<NoticeKind[]>().notNull(),
    createdAt: integer('created_at').notNull(),
    /** Stopped by somebody, or by the receiver answering that it is gone. */
    stoppedAt: integer('stopped_at'),
    stoppedWhy: text('stopped_why'),
  },
  (table) => [primaryKey({ columns: [table.unit, table.id] })],
)

/** Plans about which somebody decided whether they run on into the next year; without a row they do. */
export const planContinuations = sqliteTable(
  'plan_continuations',
  {
    unit: unit(),
    planId: text('plan_id').notNull(),
    runsOn: integer('runs_on', { mode: 'boolean' }).notNull(),
    changedAt: integer('changed_at').notNull(),
    changedBy: text('changed_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.unit, table.planId] })],
)
