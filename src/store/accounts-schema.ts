/** Who may come in. Secrets are stored as hashes only: a stolen backup opens no session, link or token. */
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
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
    /** True between the password and the code of the second step: nobody is signed in by it yet. */
    awaitsCode: integer('awaits_code', { mode: 'boolean' }).notNull().default(false),
  },
  (table) => [index('sessions_by_user').on(table.userId)],
)

/** Browsers in which somebody signed in before, and from which network: what strangers do does not shut them out. */
export const knownBrowsers = sqliteTable(
  'known_browsers',
  {
    hash: text().notNull(),
    unit: unit(),
    userId: text('user_id').notNull(),
    /** A /24 of IPv4, a /48 of IPv6. */
    network: text().notNull(),
    usedAt: integer('used_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.hash] }),
    index('known_browsers_by_network').on(table.userId, table.network),
  ],
)

/** The second step (xác thực hai bước) of whoever chose it: the key that their phone shares with us (RFC 6238). */
export const secondFactors = sqliteTable('second_factors', {
  userId: text('user_id').primaryKey(),
  unit: unit(),
  /** As it is, in Base32, not as a hash: each code is worked out from it. */
  secret: text().notNull(),
  /** Null until a first code proved that the phone has it. */
  confirmedAt: integer('confirmed_at'),
  /** The time step of the last code that was taken: no code is good twice. */
  lastStep: integer('last_step').notNull().default(0),
})

/** For whoever lost the phone: each is good once. */
export const recoveryCodes = sqliteTable(
  'recovery_codes',
  {
    hash: text().primaryKey(),
    unit: unit(),
    userId: text('user_id').notNull(),
  },
  (table) => [index('recovery_codes_by_user').on(table.userId)],
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
    /** Whose it is to answer for; null for the command line's. */
    createdBy: text('created_by'),
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
