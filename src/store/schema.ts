/**
 * Plans, slots and facts; the other rooms' tables are named at the end. Each row belongs to a unit. Plans, obligations
 * and slots are what the adopted editions add up to (see `editions-schema.ts`); what was issued is kept there.
 */
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Cadence } from '../core/cadence.ts'
import type { FactKind, FileEvidence } from '../core/fact.ts'
import type { Making } from '../core/making.ts'
import type { Origin } from '../core/plan/edition.ts'
import type { Channel, Plan } from '../core/plan.ts'
import type { Airing } from '../core/slot.ts'
import type { Weekday } from '../core/wall-clock.ts'
import { unit } from './units-schema.ts'

export const plans = sqliteTable(
  'plans',
  {
    unit: unit(),
    id: text().notNull(),
    title: text().notNull(),
    number: text(),
    issued: text(),
    inForceFrom: text('in_force_from').notNull(),
    year: integer().notNull(),
    until: text(),
    silentDays: text('silent_days', { mode: 'json' }).$type<Weekday[]>().notNull(),
    assumptions: text({ mode: 'json' }).$type<string[]>().notNull(),
    succeeds: text(),
    madeFrom: text('made_from', { mode: 'json' }).$type<NonNullable<Plan['madeFrom']>>(),
    topics: text({ mode: 'json' }).$type<Plan['topics']>().notNull(),
    /** The edition that holds, and where the plan first came from. */
    edition: integer().notNull(),
    origin: text().$type<Origin>().notNull(),
    /** From this day on it is asked for no more: by a document, or by the plan that took its place. */
    endsFrom: text('ends_from'),
    endsDocument: text('ends_document'),
    endsSuccessor: text('ends_successor'),
    /** Of all that its obligations have been: plans with one digest have the same ones in every wording. */
    digest: text().notNull(),
    adoptedAt: integer('adopted_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.unit, table.id] })],
)

export const obligations = sqliteTable(
  'obligations',
  {
    unit: unit(),
    planId: text('plan_id').notNull(),
    id: text().notNull(),
    /** The edition that brought this wording; slots name the one that they were asked for by. */
    edition: integer().notNull(),
    clause: text().notNull(),
    /** Place in the plan, from 0. */
    position: integer().notNull(),
    title: text().notNull(),
    channels: text({ mode: 'json' }).$type<Channel[]>().notNull(),
    lead: text(),
    support: text({ mode: 'json' }).$type<string[]>().notNull(),
    quote: text().notNull(),
    cadence: text({ mode: 'json' }).$type<Cadence>().notNull(),
    assumptions: text({ mode: 'json' }).$type<string[]>().notNull(),
    /** The plan has it in other words now, or not at all. */
    withdrawnAt: integer('withdrawn_at'),
  },
  (table) => [primaryKey({ columns: [table.unit, table.planId, table.id, table.edition] })],
)

export const slots = sqliteTable(
  'slots',
  {
    unit: unit(),
    id: text().notNull(),
    planId: text('plan_id').notNull(),
    obligationId: text('obligation_id').notNull(),
    ordinal: integer().notNull(),
    /** Which one of its obligation it is as the plan stands. */
    rank: integer().notNull(),
    airing: text().$type<Airing>().notNull(),
    of: text(),
    /** The planned day and hour: never changed by a move, which is a fact. */
    date: text(),
    time: text(),
    minutes: integer().notNull(),
    windowFrom: text('window_from'),
    windowTo: text('window_to'),
    /** Which wording of its obligation asks for it: an amendment changes what comes after it, not what was before. */
    edition: integer().notNull(),
    inForce: integer('in_force', { mode: 'boolean' }).notNull(),
    withdrawnAt: integer('withdrawn_at'),
    /** Rises with each change that a calendar client must see. */
    revision: integer().notNull().default(0),
    changedAt: integer('changed_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.unit, table.id] }),
    // With all that the search for open slots asks (`slot-search.ts`): it goes through a year's.
    index('slots_by_date').on(table.unit, table.date, table.inForce, table.withdrawnAt, table.id),
    index('slots_by_window').on(table.unit, table.windowTo),
    index('slots_by_obligation').on(table.unit, table.planId, table.obligationId),
  ],
)

/** Append-only: rows are never updated or deleted. */
export const facts = sqliteTable(
  'facts',
  {
    unit: unit(),
    id: text().notNull(),
    planId: text('plan_id').notNull(),
    obligationId: text('obligation_id').notNull(),
    slotId: text('slot_id'),
    kind: text().$type<FactKind>().notNull(),
    at: integer().notNull(),
    recordedAt: integer('recorded_at').notNull(),
    by: text().notNull(),
    byId: text('by_id').notNull(),
    minutes: integer(),
    note: text(),
    link: text(),
    reason: text(),
    toDate: text('to_date'),
    toTime: text('to_time'),
    corrects: text(),
    place: text(),
    people: integer(),
    value: real(),
    document: text(),
    file: text({ mode: 'json' }).$type<FileEvidence>(),
    making: text({ mode: 'json' }).$type<Making>(),
    madeAt: integer('made_at'),
    incidentId: text('incident_id'),
    idempotencyKey: text('idempotency_key'),
    /** Who used the key for what: `actions/key-print.ts`. */
    keyPrint: text('key_print'),
  },
  (table) => [
    primaryKey({ columns: [table.unit, table.id] }),
    // With what the same search asks of their facts.
    index('facts_by_slot').on(table.unit, table.slotId, table.kind, table.corrects),
    index('facts_by_obligation').on(table.unit, table.planId, table.obligationId),
    index('facts_by_move').on(table.unit, table.toDate),
    uniqueIndex('facts_by_key').on(table.unit, table.idempotencyKey),
  ],
)

export * from './accounts-schema.ts'
export * from './audit-schema.ts'
export * from './beat-schema.ts'
export * from './blank-schema.ts'
export * from './closing-schema.ts'
export * from './editions-schema.ts'
export * from './feeds-schema.ts'
export * from './handing-schema.ts'
export * from './incident-schema.ts'
export * from './item-schema.ts'
export * from './kept-file-schema.ts'
export * from './own-days-schema.ts'
export * from './paper-schema.ts'
export * from './play-log-schema.ts'
export * from './source-schema.ts'
export * from './station-schema.ts'
export { units } from './units-schema.ts'
export * from './zalo-schema.ts'
