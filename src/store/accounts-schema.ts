/** Who may come in. Secrets are stored as hashes only: a stolen backup opens no session, link or token. */
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { ROLES } from '../core/role.ts'
import { unit } from './units-schema.ts'

export const users = sqliteTable(
  'users',
  {
    id: text().primaryKey(),
    unit: unit(),
    username: text().notNull(),
    name: text().notNull(),
    role: text({ enum: ROLES }).notNull(),
    /** `scrypt$N$r$p$salt$key`; null until the one-time link was used. */
    password: text(),
    createdAt: integer('created_at').notNull(),
    /** Users are never deleted: the history names them. */
    deactivatedAt: integer('deactivated_at'),
  },
  (table) => [
    uniqueIndex('users_by_name').on(table.unit, table.username),
    index('users_by_login').on(table.username),
  ],
)

export const sessions = sqliteTable(
  'sessions',
  {
    hash: text().primaryKey(),
    unit: unit(),
    userId: text('user_id').notNull(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  (table) => [index('sessions_by_user').on(table.userId)],
)

/** One-time links with which a person sets a first or forgotten password. */
export const passwordLinks = sqliteTable(
  'password_links',
  {
    hash: text().primaryKey(),
    unit: unit(),
    userId: text('user_id').notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  (table) => [index('password_links_by_user').on(table.userId)],
)

export const apiTokens = sqliteTable(
  'api_tokens',
  {
    id: text().primaryKey(),
    unit: unit(),
    hash: text().notNull(),
    name: text().notNull(),
    role: text({ enum: ROLES }).notNull(),
    createdAt: integer('created_at').notNull(),
    revokedAt: integer('revoked_at'),
  },
  (table) => [uniqueIndex('api_tokens_by_hash').on(table.hash), index('api_tokens_by_unit').on(table.unit)],
)

/** Attempts to get in, counted per account and address. Of no unit: who knocks has none yet. */
export const attempts = sqliteTable('attempts', {
  /** A hash: people type passwords into the field for the name. */
  key: text().primaryKey(),
  count: integer().notNull(),
  endsAt: integer('ends_at').notNull(),
})

/** The one code with which the server is claimed while it has no user. Of no unit: the claim makes the first. */
export const setupCodes = sqliteTable('setup_codes', {
  hash: text().primaryKey(),
  createdAt: integer('created_at').notNull(),
})
