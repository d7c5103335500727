/** The environment, as one list with defaults that work. Odd values are refused at start, all of them at once. */
import { z } from 'zod'
import { type FieldError, invalid, ok, type Result } from './core/problem.ts'

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(8787),
  HOST: z.string().min(1).default('0.0.0.0'),
  /** `file:…` for the embedded database, `libsql://…` or `https://…` for a server. */
  DATABASE_URL: z
    .string()
    .regex(/^(file:|libsql:|https?:|wss?:)./)
    .default('file:data/nhip-song.db'),
  DATABASE_AUTH_TOKEN: z.string().optional(),
  /** Where people reach the server: used in links, feeds and QR codes. */
  BASE_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
})

export type Config = Omit<z.infer<typeof schema>, 'BASE_URL'> & { BASE_URL: string }

const EXPECTED: Record<keyof z.infer<typeof schema>, string> = {
  PORT: 'số cổng từ 0 đến 65535',
  HOST: 'địa chỉ mạng để nghe, ví dụ 0.0.0.0',
  DATABASE_URL: 'file:<đường dẫn> hoặc libsql://<máy chủ>',
  DATABASE_AUTH_TOKEN: 'chuỗi ký tự',
  BASE_URL: 'địa chỉ http:// hoặc https://, ví dụ https://nhipsong.example.vn',
}

/** An empty variable counts as absent: that is how many service managers unset one. */
export function readConfig(env: Record<string, string | undefined>): Result<Config> {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map((issue) => issue.path[0] as keyof typeof EXPECTED))]
    const errors = names.map(
      (name): FieldError => ({
        path: [name],
        code: 'bad-setting',
        message: `cần ${EXPECTED[name]}`,
      }),
    )
    const list = errors.map(({ path, message }) => `${path[0]} ${message}`).join('; ')
    return invalid(`Cấu hình chưa đúng: ${list}.`, errors)
  }
  return ok({ ...parsed.data, BASE_URL: parsed.data.BASE_URL ?? `http://localhost:${parsed.data.PORT}` })
}
