/** Small helpers with which the API's routes describe themselves for OpenAPI. */
import { resolver, validator } from 'hono-openapi'
import { z } from 'zod'
import { type FieldError, invalid, ok, type Result } from '../../core/problem.ts'
import type { Ctx } from '../env.ts'
import { problemResponse } from '../problem.ts'
import * as schemas from './schemas.ts'

const MEANING: Record<number, string> = {
  400: 'Dữ liệu gửi lên chưa đúng',
  401: 'Chưa có mã truy cập',
  403: 'Không đủ quyền',
  404: 'Không có',
  409: 'Trái với điều đã ghi',
  413: 'Quá lớn',
  422: 'Idempotency-Key đã dùng cho việc khác',
  503: 'Máy chủ đang bận, thử lại sau số giây của Retry-After',
}

const problemContent = { content: { 'application/problem+json': { schema: resolver(schemas.problem) } } }

/** The good answer, and the problems that can come instead of it. */
export const answers = (body: z.ZodType, problems: number[] = [400], status: 200 | 201 = 200) => ({
  [status]: { description: 'Được', content: { 'application/json': { schema: resolver(body) } } },
  ...refusals(problems),
})

/** A file instead of JSON, and the problems that can come instead of it. */
export const fileAnswer = (type: string, problems: number[]) => ({
  200: { description: 'Tệp', content: { [type]: { schema: { type: 'string' as const, format: 'binary' } } } },
  ...refusals(problems),
})

/** The problems alone, where the good answer has no content. */
export const refusals = (problems: number[]) =>
  Object.fromEntries(
    [...new Set([...problems, 401])].map((code) => [
      code,
      { description: MEANING[code] ?? '', ...problemContent },
    ]),
  )

type Issue = {
  message: string
  path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined
  code?: string
  keys?: string[]
}

/** What a schema found wrong, one error a field; unknown fields are named one by one. */
function toFieldError({ message, path = [], code = 'invalid', keys }: Issue): FieldError[] {
  const at = path.map((part) => String(typeof part === 'object' ? part.key : part))
  if (keys)
    return keys.map((key) => ({
      path: [...at, key],
      code: 'unknown-field',
      message: `không có trường "${key}"`,
    }))
  return [{ path: at, code: code.replaceAll('_', '-'), message }]
}

/** What a route takes, for its description. */
export const jsonBody = (schema: z.ZodType) => ({
  content: { 'application/json': { schema: z.toJSONSchema(schema, { io: 'input' }) as object } },
  required: true,
})

/** A checked JSON body; `detail` is said above the fields that are wrong. */
export async function bodyOf<T extends z.ZodType>(
  c: Ctx,
  schema: T,
  detail: string,
): Promise<Result<z.output<T>>> {
  const data = await readJson(c)
  if (!data.ok) return data
  const parsed = schema.safeParse(data.value)
  return parsed.success ? ok(parsed.data) : invalid(detail, parsed.error.issues.flatMap(toFieldError))
}

async function readJson(c: Ctx): Promise<Result<unknown>> {
  try {
    const data: unknown = await c.req.json()
    await c.var.breathe()
    return ok(data)
  } catch {
    return invalid('Thân yêu cầu không phải JSON đúng cú pháp.', [
      { path: [], code: 'not-json', message: 'không phải JSON đúng cú pháp' },
    ])
  }
}

/** A checked query string; what is wrong with it is answered as a 400 that names the fields. */
export const query = <T extends z.ZodType>(schema: T) =>
  validator('query', schema, (result, c) => {
    if (result.success) return
    const errors = (result.error as readonly Issue[]).flatMap(toFieldError)
    return problemResponse(c as never, {
      kind: 'invalid',
      detail: 'Tham số trong địa chỉ chưa đúng.',
      errors,
    })
  })
