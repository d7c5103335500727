/**
 * How a problem is answered: `application/problem+json` (RFC 9457) to programs, a page in words to people, a text with the
 * code to calendar programs.
 */
import { HTTPException } from 'hono/http-exception'
import { Busy } from '../core/busy.ts'
import { formatPath, type Problem } from '../core/problem.ts'
import { unavailabilityIn } from '../store/server.ts'
import { codeOf, placeOf, reasonOf, rootOf } from '../trace.ts'
import type { Ctx } from './env.ts'
import { problemPage } from './problem-page.ts'

export const httpStatus = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  'too-large': 413,
  'key-reused': 422,
  'too-many': 429,
  busy: 503,
  unavailable: 503,
} as const satisfies Record<Problem['kind'], number>

const TITLES: Record<Problem['kind'], string> = {
  invalid: 'Dữ liệu chưa đúng',
  unauthenticated: 'Chưa đăng nhập',
  forbidden: 'Không đủ quyền',
  'not-found': 'Không tìm thấy',
  conflict: 'Trái với điều đã ghi',
  gone: 'Không còn hiệu lực',
  'too-large': 'Dữ liệu quá lớn',
  'key-reused': 'Khoá đã dùng cho việc khác',
  'too-many': 'Thử quá nhiều lần',
  busy: 'Máy chủ đang bận',
  unavailable: 'Chưa làm được lúc này',
}

type Answer = {
  code: string
  title: string
  status: number
  detail: string
  errors?: { path: string; code: string; message: string }[]
}

/** Errors name their place as `obligations[2].cadence.rrule`. */
export function problemResponse(c: Ctx, problem: Problem): Response | Promise<Response> {
  retryLater(c, problem)
  if (problem.kind === 'unauthenticated' && isApi(c)) c.header('www-authenticate', 'Bearer')
  return answer(c, {
    code: problem.kind,
    title: TITLES[problem.kind],
    status: httpStatus[problem.kind],
    detail: problem.detail,
    ...('errors' in problem &&
      problem.errors && { errors: problem.errors.map((e) => ({ ...e, path: formatPath(e.path) })) }),
  })
}

/** Says in a header when another attempt makes sense. */
export function retryLater(c: Ctx, problem: Problem): void {
  if (problem.kind === 'too-many' || problem.kind === 'busy')
    c.header('retry-after', String(problem.retryAfterSeconds))
}

/** Hono's own refusals (a form of another site, JSON that is none) as problems; anything else is a bug of ours. */
export async function unexpected(error: Error, c: Ctx): Promise<Response> {
  if (error instanceof HTTPException) {
    if (error.status === 403) return problemResponse(c, { kind: 'forbidden', detail: FOREIGN_FORM })
    if (error.status < 500)
      return problemResponse(c, { kind: 'invalid', detail: 'Không đọc được dữ liệu gửi lên.', errors: [] })
  }
  if (wentAway(error)) {
    // Thousands may go at one moment: what each leaves behind is cleared up in turns.
    await c.var.breathe?.()
    return c.body(null, 400)
  }
  const busy = busyProblem(error)
  if (busy) return problemResponse(c, busy)
  report(error, c)
  if (unavailabilityIn(error)) return problemResponse(c, { kind: 'unavailable', detail: NO_DATABASE })
  if (NO_ROOM.test(codeOf(error))) return problemResponse(c, { kind: 'unavailable', detail: DISK_FULL })
  if (DAMAGED.test(codeOf(error))) return problemResponse(c, { kind: 'unavailable', detail: FILE_DAMAGED })
  return answer(c, {
    code: 'internal',
    title: 'Máy chủ gặp lỗi',
    status: 500,
    detail: 'Việc vừa làm chưa xong. Hãy thử lại sau ít phút.',
  })
}

/** Whoever asked closed the connection in the middle of what they sent: nobody is left to answer, and nothing is wrong. */
export const wentAway = (error: unknown): boolean =>
  codeOf(error) === 'ECONNRESET' && reasonOf(error) === 'aborted'

/** What passes by itself: too many at once, or a database that another program is writing to. */
function busyProblem(error: Error): Problem | null {
  const root = rootOf(error)
  if (root instanceof Busy)
    return { kind: 'busy', detail: root.message, retryAfterSeconds: root.retryAfterSeconds }
  if (!/^SQLITE_(BUSY|LOCKED)/.test(codeOf(error))) return null
  return { kind: 'busy', detail: LOCKED, retryAfterSeconds: 5 }
}

const LOCKED = 'Cơ sở dữ liệu đang bận vì một chương trình khác. Chưa ghi gì; hãy thử lại sau ít giây.'

/** Before anything is opened, as with a setting that a Worker refuses, there is no log yet. */
function report(error: Error, c: Ctx): void {
  const entry = { event: 'request-failed', id: c.var.requestId ?? null, why: reasonOf(error) }
  if (c.var.deps) c.var.deps.trace({ ...entry, where: placeOf(error) })
  else console.error(JSON.stringify(entry))
}

/** Whoever asked may have sent something: it is stored whole, or not at all. */
const NO_DATABASE =
  'Cơ sở dữ liệu không trả lời. Việc vừa gửi, nếu có, hoặc đã ghi trọn vẹn hoặc chưa ghi gì: hãy đợi ít phút, mở lại trang xem rồi mới gửi lại.'

/** A disk that is full, or on which nothing more may be written. */
const NO_ROOM = /^(SQLITE_FULL|SQLITE_IOERR|ENOSPC|EDQUOT|EFBIG)/

const DISK_FULL =
  'Đĩa của máy chủ đã đầy hoặc không ghi được, nên việc vừa gửi chưa ghi gì. Hãy báo người quản trị dọn đĩa, rồi gửi lại.'

/** A page of the file that holds something else, as `/healthz` says once it has looked the whole file through. */
const DAMAGED = /^SQLITE_(CORRUPT|NOTADB)/

const FILE_DAMAGED =
  'Tệp dữ liệu của máy chủ bị hỏng ở chỗ cần đọc, nên việc vừa làm chưa xong. Hãy báo người quản trị khôi phục từ bản sao lưu gần nhất.'

const FOREIGN_FORM =
  'Yêu cầu không đến từ trang của Nhịp Sóng nên không được nhận. Hãy mở lại trang và thử lần nữa.'

export const isApi = (c: Ctx): boolean => c.req.path.startsWith('/api/')

/** The pages' own script asks for JSON too. */
export const wantsJson = (c: Ctx): boolean => isApi(c) || /\bjson\b/.test(c.req.header('accept') ?? '')

const isFeed = (c: Ctx): boolean => c.req.path.startsWith('/feeds/')

/** To calendar programs, which show it to people where they show anything. */
const inText = (c: Ctx, code: string, { status, detail }: Omit<Answer, 'code'>): Response =>
  c.text(`${detail}\nMã lỗi: ${code}\n`, status as 400)

function answer(c: Ctx, { code, ...rest }: Answer): Response | Promise<Response> {
  if (!wantsJson(c)) return isFeed(c) ? inText(c, code, rest) : problemPage(c, rest)
  const body = JSON.stringify({ type: `urn:nhip-song:problem:${code}`, code, ...rest })
  return c.body(body, rest.status as 400, { 'content-type': 'application/problem+json; charset=utf-8' })
}
