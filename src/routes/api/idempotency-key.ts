/** `Idempotency-Key`: the header under which a repeated request is the same one. */
import { invalid, ok, type Result } from '../../core/problem.ts'
import type { Ctx } from '../env.ts'

const MAX_KEY = 200

/** How a route that reads the key says so. */
export const keyHeader = {
  name: 'Idempotency-Key',
  in: 'header' as const,
  description:
    'Gửi lại cùng khoá, cùng địa chỉ, cùng nội dung thì nhận kết quả lần đầu, không thêm gì; khác đi thì bị từ chối (422)',
  schema: { type: 'string' as const, minLength: 1, maxLength: MAX_KEY },
}

/** Null without one. */
export function idempotencyKey(c: Ctx): Result<string | null> {
  const key = c.req.header('idempotency-key') ?? null
  if (key === null || (key.length > 0 && key.length <= MAX_KEY)) return ok(key)
  return invalid(`Idempotency-Key cần từ 1 đến ${MAX_KEY} ký tự.`)
}
