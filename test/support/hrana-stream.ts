/** One Hrana stream: a connection to the real libSQL engine that answers the requests of the protocol's JSON form. */
import { setTimeout as delay } from 'node:timers/promises'
import Database from 'libsql'
import {
  type Batch,
  bindings,
  type Condition,
  encode,
  type ProtocolError,
  protocolError,
  type Sql,
  type Statement,
  type StatementResult,
  type StreamRequest,
  type StreamResult,
} from './hrana-protocol.ts'

type Outcome = { result?: StatementResult; error?: ProtocolError }

/** How long a writer waits for another stream's transaction, as the real server makes it wait. */
const BUSY_MS = 5000

export class HranaStream {
  readonly #file: string
  readonly #texts = new Map<number, string>()
  #db: Database.Database

  /** `file` is a path of the file system. */
  constructor(file: string) {
    this.#file = file
    this.#db = connect(file)
  }

  /** Answers one request; an error of the engine is an answer too. */
  async answer(request: StreamRequest): Promise<StreamResult> {
    try {
      return { type: 'ok', response: { type: request.type, ...(await this.#respond(request)) } }
    } catch (error) {
      return { type: 'error', error: protocolError(error) }
    }
  }

  /** Rolls back what was left open. */
  close(): void {
    if (!this.#db.open) return
    if (this.#db.inTransaction) this.#db.exec('ROLLBACK')
    this.#db.close()
  }

  async #respond(request: StreamRequest): Promise<object> {
    switch (request.type) {
      case 'execute':
        return { result: await this.#execute(request.stmt) }
      case 'batch':
        return { result: await this.#batch(request.batch) }
      case 'sequence':
        await this.#whenFree(() => this.#db.exec(this.#text(request)))
        return {}
      case 'describe':
        return { result: this.#describe(this.#text(request)) }
      case 'store_sql':
        this.#texts.set(request.sql_id, request.sql)
        return {}
      case 'close_sql':
        this.#texts.delete(request.sql_id)
        return {}
      case 'get_autocommit':
        return { is_autocommit: !this.#db.inTransaction }
      case 'close':
        this.close()
        return {}
    }
  }

  #text({ sql, sql_id }: Sql): string {
    const text = sql ?? this.#texts.get(sql_id ?? -1)
    if (text === undefined) throw new Error(`SQL text ${sql_id} was not stored`)
    return text
  }

  async #batch({ steps }: Batch) {
    const results: (StatementResult | null)[] = []
    const errors: (ProtocolError | null)[] = []
    const holds = (condition: Condition): boolean => {
      if (condition.type === 'ok') return results[condition.step] != null
      if (condition.type === 'error') return errors[condition.step] != null
      if (condition.type === 'not') return !holds(condition.cond)
      if (condition.type === 'and') return condition.conds.every(holds)
      if (condition.type === 'or') return condition.conds.some(holds)
      return !this.#db.inTransaction
    }
    for (const { stmt, condition } of steps) {
      const outcome: Outcome = !condition || holds(condition) ? await this.#attempt(stmt) : {}
      results.push(outcome.result ?? null)
      errors.push(outcome.error ?? null)
    }
    return { step_results: results, step_errors: errors }
  }

  async #attempt(statement: Statement): Promise<Outcome> {
    try {
      return { result: await this.#execute(statement) }
    } catch (error) {
      return { error: protocolError(error) }
    }
  }

  async #execute(statement: Statement): Promise<StatementResult> {
    return this.#whenFree(() => {
      const sql = this.#text(statement)
      const prepared = this.#db.prepare(sql)
      prepared.safeIntegers(true)
      const args = bindings(statement)
      if (!prepared.reader) {
        const info = prepared.run(args)
        return {
          cols: [],
          rows: [],
          affected_row_count: info.changes,
          last_insert_rowid: String(info.lastInsertRowid),
        }
      }
      const cols = prepared.columns().map(({ name, type }) => ({ name, decltype: type }))
      const rows = (prepared.raw(true).all(args) as unknown[][]).map((row) => row.map(encode))
      return {
        cols,
        rows: statement.want_rows === false ? [] : rows,
        ...(isWrite(sql) ? this.#lastChange() : { affected_row_count: 0, last_insert_rowid: null }),
      }
    })
  }

  #lastChange() {
    const [changes, rowid] = this.#db
      .prepare('SELECT changes(), last_insert_rowid()')
      .raw(true)
      .get() as number[]
    return { affected_row_count: Number(changes), last_insert_rowid: String(rowid) }
  }

  #describe(sql: string) {
    const prepared = this.#db.prepare(sql)
    return {
      params: (sql.match(/\?\d*|[:@$][A-Za-z_]\w*/g) ?? []).map((name) => ({
        name: name === '?' ? null : name,
      })),
      cols: prepared.reader ? prepared.columns().map(({ name, type }) => ({ name, decltype: type })) : [],
      is_explain: /^\s*explain\b/i.test(sql),
      is_readonly: prepared.reader && !isWrite(sql),
    }
  }

  /**
   * The engine is synchronous: were it to wait for a lock, the transaction that holds the lock could never go on in
   * this same process. So the waiting is done here, and only outside a transaction, where trying again is allowed.
   * Each try has a connection of its own: libsql leaves a statement that met SQLITE_BUSY unfinished, and what the
   * same connection writes later would seem to succeed, yet never be committed.
   */
  async #whenFree<T>(act: () => T): Promise<T> {
    for (let waited = 0; ; waited += 5) {
      try {
        return act()
      } catch (error) {
        const busy = protocolError(error).code.startsWith('SQLITE_BUSY')
        if (!busy || this.#db.inTransaction || waited >= BUSY_MS) throw error
        this.#db.close()
        await delay(5)
        this.#db = connect(this.#file)
      }
    }
  }
}

function connect(file: string): Database.Database {
  const db = new Database(file)
  db.exec('PRAGMA foreign_keys = ON')
  return db
}

const isWrite = (sql: string): boolean => /\breturning\b/i.test(sql)
