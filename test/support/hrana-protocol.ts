/** The JSON of Hrana 2 and 3: its shapes, and values between it and the engine. */
export type ProtocolError = { message: string; code: string }
export type Value =
  | { type: 'null' }
  | { type: 'integer'; value: string }
  | { type: 'float'; value: number }
  | { type: 'text'; value: string }
  | { type: 'blob'; base64: string }
type NamedValue = { name: string; value: Value }
export type Statement = {
  sql?: string
  sql_id?: number
  args?: Value[]
  named_args?: NamedValue[]
  want_rows?: boolean
}
export type Condition =
  | { type: 'ok' | 'error'; step: number }
  | { type: 'not'; cond: Condition }
  | { type: 'and' | 'or'; conds: Condition[] }
  | { type: 'is_autocommit' }
export type Sql = { sql?: string; sql_id?: number }
export type Batch = { steps: { stmt: Statement; condition?: Condition | null }[] }

export type StreamRequest =
  | { type: 'execute'; stmt: Statement }
  | { type: 'batch'; batch: Batch }
  | ({ type: 'sequence' | 'describe' } & Sql)
  | { type: 'store_sql'; sql_id: number; sql: string }
  | { type: 'close_sql'; sql_id: number }
  | { type: 'get_autocommit' | 'close' }
export type StreamResult = { type: 'ok'; response: object } | { type: 'error'; error: ProtocolError }

export type StatementResult = {
  cols: { name: string; decltype: string | null }[]
  rows: Value[][]
  affected_row_count: number
  last_insert_rowid: string | null
}

/** What the engine binds: a list, or an object when the arguments are named. */
export function bindings({ args = [], named_args = [] }: Statement): unknown[] | Record<string, unknown> {
  if (!named_args.length) return args.map(decode)
  return Object.fromEntries(named_args.map(({ name, value }) => [name.replace(/^[:@$]/, ''), decode(value)]))
}

function decode(value: Value): unknown {
  if (value.type === 'null') return null
  if (value.type === 'integer') return BigInt(value.value)
  return value.type === 'blob' ? Buffer.from(value.base64, 'base64') : value.value
}

export function encode(value: unknown): Value {
  if (value === null) return { type: 'null' }
  if (typeof value === 'bigint') return { type: 'integer', value: String(value) }
  if (typeof value === 'number') return { type: 'float', value }
  if (typeof value === 'string') return { type: 'text', value }
  return { type: 'blob', base64: Buffer.from(value as Uint8Array).toString('base64') }
}

export function protocolError(error: unknown): ProtocolError {
  const { message, code } = error as { message?: string; code?: string }
  return { message: message ?? String(error), code: code ?? 'SQLITE_ERROR' }
}
