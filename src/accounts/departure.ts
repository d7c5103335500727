/** Deactivated means all: whatever a person opened, made or was given ends in the batch that deactivates them. */
import { sql } from 'drizzle-orm'
import type { Instant } from '../core/wall-clock.ts'
import type { Statement } from '../store/db.ts'

/** Statements that do nothing unless the person is deactivated by then. */
export function endEverything(unit: string, id: string, now: Instant): Statement[] {
  const person = sql`SELECT name FROM users WHERE unit = ${unit} AND id = ${id} AND deactivated_at IS NOT NULL`
  const own = sql`unit = ${unit} AND user_id = ${id} AND EXISTS (${person})`
  const tokens = sql`SELECT id FROM api_tokens WHERE unit = ${unit} AND created_by = ${id}`
  // Feeds name who gets them in words; a name that somebody else here has too stands for them.
  const others = sql`SELECT name FROM users WHERE unit = ${unit} AND id <> ${id} AND deactivated_at IS NULL`
  return [
    sql`DELETE FROM sessions WHERE ${own}`,
    sql`DELETE FROM password_links WHERE ${own}`,
    sql`DELETE FROM known_browsers WHERE ${own}`,
    sql`DELETE FROM second_factors WHERE ${own}`,
    sql`DELETE FROM recovery_codes WHERE ${own}`,
    sql`DELETE FROM zalo_links WHERE ${own}`,
    sql`UPDATE feeds SET revoked_at = ${now} WHERE unit = ${unit} AND revoked_at IS NULL AND EXISTS (${person})
      AND (created_by = ${id} OR created_by IN (${tokens}) OR (name IN (${person}) AND name NOT IN (${others})))`,
    sql`UPDATE api_tokens SET revoked_at = ${now}
      WHERE unit = ${unit} AND created_by = ${id} AND revoked_at IS NULL AND EXISTS (${person})`,
  ]
}
