/** What can be expected to go wrong, as values. `routes/problem.ts` turns each kind into HTTP, `cli` into an exit code. */
/** One wrong place in the input. `path` as in the file: `['obligations', 2, 'cadence', 'rrule']`. */
export type FieldError = { path: (string | number)[]; code: string; message: string }

export type Problem =
  | { kind: 'invalid'; detail: string; errors: FieldError[] }
  | { kind: 'unauthenticated'; detail: string }
  | { kind: 'forbidden'; detail: string }
  | { kind: 'not-found'; detail: string }
  | { kind: 'conflict'; detail: string; errors?: FieldError[] }
  | { kind: 'gone'; detail: string }
  | { kind: 'key-reused'; detail: string }
  | { kind: 'too-large'; detail: string }
  | { kind: 'too-many'; detail: string; retryAfterSeconds: number }
  | { kind: 'busy'; detail: string; retryAfterSeconds: number }
  /** What we stand on does not answer. */
  | { kind: 'unavailable'; detail: string }

export type Result<T> = { ok: true; value: T } | { ok: false; problem: Problem }

export const ok = <T>(value: T): Result<T> => ({ ok: true, value })
export const fail = (problem: Problem): { ok: false; problem: Problem } => ({ ok: false, problem })

const NOUNS = {
  slot: 'kỳ',
  obligation: 'nhiệm vụ',
  plan: 'kế hoạch',
  edition: 'bản',
  item: 'bài',
  incident: 'sự cố',
  feed: 'lịch đăng ký',
  token: 'mã truy cập',
  user: 'người dùng',
  webhook: 'nơi nhận',
  source: 'văn bản',
  file: 'tệp',
  page: 'trang',
} as const

/** The unit has none that is called so. What belongs to another unit answers the same. */
export const missing = (what: keyof typeof NOUNS): Problem => ({
  kind: 'not-found',
  detail: `Không có ${NOUNS[what]} này.`,
})

export const invalid = (detail: string, errors: FieldError[] = []): { ok: false; problem: Problem } =>
  fail({ kind: 'invalid', detail, errors })

/** `obligations[2].cadence.rrule` */
export const formatPath = (path: (string | number)[]): string =>
  path.map((part, i) => (typeof part === 'number' ? `[${part}]` : i === 0 ? part : `.${part}`)).join('')
