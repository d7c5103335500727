/** `Idempotency-Key`: the header under which a repeated request is the same one. */
import { incidentIdOf, reusedKey } from '../../actions/key-print.ts'
import { invalid, ok, type Result } from '../../core/problem.ts'
import { factOfKey } from '../../store/facts.ts'
import { findIncident } from '../../store/incidents.ts'
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

/** Null without one. Facts and incidents are kept apart, each with its keys: what was used for the one is refused for the other. */
export async function idempotencyKey(c: Ctx, of: 'facts' | 'incidents'): Promise<Result<string | null>> {
  const key = c.req.header('idempotency-key') ?? null
  if (key === null) return ok(key)
  if (key.length === 0 || key.length > MAX_KEY)
    return invalid(`Idempotency-Key cần từ 1 đến ${MAX_KEY} ký tự.`)
  const [{ db }, { unit }] = [c.var.deps, c.var.who]
  const other =
    of === 'facts' ? await findIncident(db, unit, incidentIdOf(key)) : await factOfKey(db, unit, key)
  return other ? reusedKey() : ok(key)
}
