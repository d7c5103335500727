/** Whose a database is, by the migrations that made it: only what this very program or an earlier one made is touched. */
import { readFile } from 'node:fs/promises'
import type { Client } from '@libsql/client'
import { inPackage } from '../package-folder.ts'

// The same from src/ and from the bundle in dist/.
const JOURNAL = inPackage('migrations/meta/_journal.json')

/** The instants of this program's migrations, oldest first: schemas are compared by them. */
export async function ownMigrations(): Promise<number[]> {
  const { entries } = JSON.parse(await readFile(JOURNAL, 'utf8')) as { entries: { when: number }[] }
  return entries.map(({ when }) => when)
}

/** `fresh`: holds nothing yet. `newer`: a later version of this program made it. `foreign`: something else did. */
export type Whose = 'fresh' | 'ours' | 'newer' | 'foreign'

/** Only reads. */
export async function whoseDatabase(client: Client): Promise<Whose> {
  const { rows } = await client.execute(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'libsql\\_%' ESCAPE '\\'",
  )
  const tables = rows.map(({ name }) => String(name))
  const migrated = tables.includes(MIGRATIONS_TABLE)
  // A process that died between the two leaves the empty table of migrations alone.
  if (tables.every((name) => name === MIGRATIONS_TABLE) && !(migrated && (await applied(client)).length))
    return 'fresh'
  if (!migrated || !tables.includes('units')) return 'foreign'
  return judge(await applied(client), await ownMigrations())
}

const MIGRATIONS_TABLE = '__drizzle_migrations'

async function applied(client: Client): Promise<number[]> {
  const { rows } = await client.execute('SELECT created_at FROM __drizzle_migrations ORDER BY created_at')
  return rows.map((row) => Number(row.created_at))
}

/** Ours begin it; what comes after all of ours is a later version's. */
function judge(there: readonly number[], own: readonly number[]): Whose {
  const begins = there.length > 0 && there.slice(0, own.length).every((when, i) => when === own[i])
  if (!begins) return 'foreign'
  return there.length > own.length ? 'newer' : 'ours'
}
