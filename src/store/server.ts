/**
 * A libSQL server, asked over HTTP from either runtime. That it does not answer, or not with anything that could be
 * read, is said in one way, and no question waits for ever.
 */
import type { Client } from '@libsql/client'

/** No answer of the database's. The message, and `why` within it, is for whoever set `DATABASE_URL`. */
export class DatabaseUnavailable extends Error {
  readonly why: string

  constructor(why: string, message = `Cơ sở dữ liệu không dùng được: ${why}.`) {
    super(message)
    this.why = why
  }
}

/** What failed because of it, however deep in the layers above; null for anything else. */
export function unavailabilityIn(error: unknown): DatabaseUnavailable | null {
  if (error instanceof DatabaseUnavailable) return error
  return error instanceof Error && error.cause !== undefined ? unavailabilityIn(error.cause) : null
}

/** The client, whose calls fail with what `rethrow` makes of their errors; a write waits so long for others to be done. */
const failingAs = (client: Client, patienceMs: number, rethrow: (error: unknown) => never): Client =>
  new Proxy(client, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name, target)
      if (typeof member !== 'function') return member
      return (...args: unknown[]) => {
        const call = () => member.apply(target, args) as unknown
        const result = WAITS.has(name) ? untilFree(call as () => Promise<unknown>, patienceMs) : call()
        return result instanceof Promise ? result.catch(rethrow) : result
      }
    },
  })

const WAITS = new Set<string | symbol>(['execute', 'batch'])

const FIRST_PAUSE_MS = 100

/**
 * A server waits some seconds for another write, then answers that it is busy: a beat that sent a letter must not forget it
 * for that. Nothing was written, so it is asked again.
 */
async function untilFree<T>(call: () => Promise<T>, patienceMs: number): Promise<T> {
  const until = performance.now() + patienceMs
  for (let pause = FIRST_PAUSE_MS; ; pause *= 2) {
    try {
      return await call()
    } catch (error) {
      if (!codeOf(error).startsWith('SQLITE_BUSY')) throw error
      if (performance.now() + pause > until) throw new DatabaseUnavailable(BUSY)
    }
    await new Promise((done) => setTimeout(done, pause))
  }
}

const BUSY = 'máy chủ dữ liệu đang bận ghi việc khác'

/** An answer that the server does not give since there is too much in it: 10 MB in all, a few in one value. */
export const isTooLarge = (error: unknown): boolean =>
  /^(RESPONSE_TOO_LARGE|SQLITE_TOOBIG)/.test(codeOf(error)) ||
  (error instanceof Error && error.cause !== undefined && isTooLarge(error.cause))

const codeOf = (error: unknown): string => (error as { code?: string } | null)?.code ?? ''

type Settings = {
  DATABASE_URL: string
  DATABASE_AUTH_TOKEN?: string | undefined
  /** In seconds. */
  DATABASE_TIMEOUT?: number
}
type Options = { url: string; authToken?: string; fetch: typeof fetch }

/** `create` is the client's own maker, which differs between the runtimes. */
export const serverClient = (create: (options: Options) => Client, settings: Settings): Client =>
  failingAs(
    create({
      url: settings.DATABASE_URL,
      ...(settings.DATABASE_AUTH_TOKEN ? { authToken: settings.DATABASE_AUTH_TOKEN } : {}),
      fetch: patientFetch(settings.DATABASE_TIMEOUT ?? USUAL_TIMEOUT),
    }),
    (settings.DATABASE_TIMEOUT ?? USUAL_TIMEOUT) * 1000,
    (error) => {
      throw isAnswer(error) ? error : (unavailabilityIn(error) ?? new DatabaseUnavailable(UNREADABLE))
    },
  )

const USUAL_TIMEOUT = 20

const UNREADABLE = 'máy chủ dữ liệu trả lời không đúng cách của libSQL'

/** What the server itself says of a statement has a code of SQLite's or of its parser; everything else is none. */
const isAnswer = (error: unknown): boolean =>
  /^(SQL|TRANSACTION_|STREAM_|BATCH_|RESPONSE_)/.test(codeOf(error))

/** An answer that came whole, with success, in time. A batch is one request: the server does all of it or nothing. */
const patientFetch =
  (seconds: number): typeof fetch =>
  async (input, init) => {
    const signal = AbortSignal.timeout(seconds * 1000)
    try {
      const response = await fetch(input, { ...init, signal })
      const body = await response.arrayBuffer()
      if (!response.ok) throw new DatabaseUnavailable(reasonOfStatus(response.status))
      return new Response(body, { headers: { 'content-type': 'application/json' } })
    } catch (error) {
      if (error instanceof DatabaseUnavailable) throw error
      throw new DatabaseUnavailable(
        signal.aborted
          ? `máy chủ dữ liệu không trả lời trong ${seconds} giây`
          : 'máy chủ dữ liệu không trả lời',
      )
    }
  }

function reasonOfStatus(status: number): string {
  if (status === 401 || status === 403) return 'máy chủ dữ liệu không nhận mã DATABASE_AUTH_TOKEN'
  if (status === 404) return 'ở địa chỉ này không có cơ sở dữ liệu libSQL'
  return `máy chủ dữ liệu báo lỗi ${status}`
}
