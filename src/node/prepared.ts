/**
 * The driver prepares a statement anew each time it is asked, and planning one takes SQLite as long as answering it:
 * a third of what a page costs whose week nobody kept. So each connection keeps what it prepared.
 */
import Database from 'libsql'

/** The program asks some eighty; what is written by hand for one occasion must not stay for ever. */
const MOST = 100

type Statement = ReturnType<Database.Database['prepare']>

const anew = Database.prototype.prepare

/** By connection: one that is given up (see `lock.ts`) takes its statements along. */
const kept = new WeakMap<Database.Database, Map<string, Statement>>()

/**
 * From now on, in this process, for every connection to a file. The driver's calls never pause between preparing a
 * statement and its last row, so nobody else meets it half used; and it begins each use with a reset.
 */
export function keepPrepared(): void {
  Object.defineProperty(Database.prototype, 'prepare', { value: prepare, writable: true, configurable: true })
}

function prepare(this: Database.Database, sql: string): Statement {
  const own = kept.get(this) ?? new Map<string, Statement>()
  kept.set(this, own)
  const statement = own.get(sql) ?? anew.call(this, sql)
  own.delete(sql)
  own.set(sql, statement)
  const [oldest] = own.keys()
  if (own.size > MOST && oldest !== undefined) own.delete(oldest)
  return statement
}
