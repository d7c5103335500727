/** The environment, as one list with defaults that work. Odd values are refused at start, all of them at once. */
import { z } from 'zod'
import type { ZaloBot } from './channels/zalo.ts'
import { type FileLimits, MIB } from './core/kept-file.ts'
import { type FieldError, invalid, ok, type Result } from './core/problem.ts'
import { parseNetworks } from './network.ts'

/** Escapes in it stand for characters: a `%` of a password must have been written as one. */
function isReadable(url: string): boolean {
  try {
    decodeURIComponent(url)
    return true
  } catch {
    return false
  }
}

/** Links are this and a path, so nothing may follow the host. */
const isRoot = (text: string): boolean =>
  URL.canParse(text) && /^\/*$/.test(new URL(text).pathname) && !/[?#@]/.test(text)

/** Whole ones. */
const megabytes = (most: number) =>
  z
    .string()
    .regex(/^\d{1,7}$/)
    .transform(Number)
    .refine((value) => value >= 1 && value <= most)

function refuseNetworks(context: z.RefinementCtx): never {
  context.addIssue({ code: 'custom', message: 'no networks' })
  return z.NEVER
}

const schema = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port <= 65535)
    .default(8787),
  HOST: z.string().min(1).default('0.0.0.0'),
  /** `file:…` for the embedded database, `libsql://…` or `https://…` for a server. */
  DATABASE_URL: z
    .string()
    .regex(/^(file:[^?#]+|(libsql|https?|wss?):.+)$/)
    .refine(isReadable)
    .default('file:data/nhip-song.db'),
  DATABASE_AUTH_TOKEN: z.string().optional(),
  /** How many seconds a libSQL server may take for an answer. */
  DATABASE_TIMEOUT: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .refine((seconds) => seconds > 0)
    .default(20),
  /** Where people reach the server: used in links, feeds and QR codes. */
  BASE_URL: z
    .url({ protocol: /^https?$/ })
    .refine(isRoot)
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  /** How e-mail leaves: `smtp(s)://…` on Node, `https://…` of a mail service, or nothing but a line on the console. */
  MAIL_URL: z
    .string()
    .regex(/^(console:$|smtps?:\/\/[^/]|https?:\/\/[^/])/)
    .refine((url) => URL.canParse(url) && isReadable(url))
    .default('console:'),
  /** The mail service's key, for `https://…`. */
  MAIL_KEY: z.string().optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s<>@]+@[^\s<>@]+>?$/)
    .optional(),
  /** The folder of nightly copies. */
  BACKUP_DIR: z.string().min(1).default('data/backups'),
  /** The folder of evidence; without it, one beside the database's file. */
  FILES_DIR: z.string().min(1).optional(),
  /** Megabytes: a picture or PDF, a recording, all that one office keeps. */
  PHOTO_MB: megabytes(100).default(10),
  RECORDING_MB: megabytes(100).default(20),
  FILES_QUOTA_MB: megabytes(1_000_000).default(2048),
  /** `off` where another process keeps the beat. */
  BEAT: z.enum(['on', 'off']).default('on'),
  LOG: z.enum(['all', 'errors', 'off']).default('all'),
  /** Proxies before this server, as addresses and networks: theirs alone is the word about who asks. */
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((text, context) => parseNetworks(text) ?? refuseNetworks(context)),
  /** `allow` lets webhooks lead into the server's own network. */
  WEBHOOK_LOCAL: z.enum(['refuse', 'allow']).default('refuse'),
  /** The token of a bot of the Zalo Bot Platform; without one nobody is written to on Zalo. */
  ZALO_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]+$/)
    .optional(),
  /** The page on which people find the bot. */
  ZALO_BOT_LINK: z.url({ protocol: /^https$/ }).optional(),
  /** What Zalo says with each call to `/zalo`; without it the beat asks Zalo what was written. */
  ZALO_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\x21-\x7e]{8,256}$/)
    .optional(),
  /** Where Zalo's programs are spoken to. */
  ZALO_API: z
    .url({ protocol: /^https?$/ })
    .refine(isRoot)
    .transform((url) => url.replace(/\/+$/, ''))
    .default('https://bot-api.zaloplatforms.com'),
})

export type Config = Omit<z.infer<typeof schema>, 'BASE_URL' | 'MAIL_FROM'> & {
  BASE_URL: string
  MAIL_FROM: string
}

const EXPECTED: Record<keyof z.infer<typeof schema>, string> = {
  PORT: 'số cổng từ 0 đến 65535',
  HOST: 'địa chỉ mạng để nghe, ví dụ 0.0.0.0',
  DATABASE_URL: 'file:<đường dẫn> hoặc libsql://<máy chủ>',
  DATABASE_AUTH_TOKEN: 'chuỗi ký tự',
  DATABASE_TIMEOUT: 'số giây từ 1 đến 999',
  BASE_URL: 'địa chỉ http:// hoặc https://, sau tên máy không có gì nữa, ví dụ https://nhipsong.example.vn',
  MAIL_URL:
    'smtp://<máy chủ thư>, smtps://…, https://… của dịch vụ thư, hoặc console:; trong mật khẩu, % viết là %25',
  MAIL_KEY: 'chuỗi ký tự',
  MAIL_FROM: 'địa chỉ thư gửi đi, ví dụ Nhịp Sóng <nhip-song@example.vn>',
  BACKUP_DIR: 'đường dẫn thư mục',
  FILES_DIR: 'đường dẫn thư mục',
  PHOTO_MB: 'số MB từ 1 đến 100',
  RECORDING_MB: 'số MB từ 1 đến 100',
  FILES_QUOTA_MB: 'số MB từ 1 đến 1000000',
  BEAT: 'on hoặc off',
  LOG: 'all, errors hoặc off',
  TRUSTED_PROXIES: 'các địa chỉ hoặc mạng, ví dụ 127.0.0.1, 10.0.0.0/8',
  WEBHOOK_LOCAL: 'refuse hoặc allow',
  ZALO_BOT_TOKEN: 'mã của bot do Zalo cấp, dạng <số>:<chữ và số>',
  ZALO_BOT_LINK: 'địa chỉ https:// của trang bot',
  ZALO_WEBHOOK_SECRET: 'từ 8 đến 256 chữ cái, chữ số, dấu không có dấu cách',
  ZALO_API: 'địa chỉ http:// hoặc https://, sau tên máy không có gì nữa',
}

/** Null where nobody set a bot up. */
export const zaloBot = (config: Config): ZaloBot | null =>
  config.ZALO_BOT_TOKEN === undefined
    ? null
    : {
        ...{ api: config.ZALO_API, token: config.ZALO_BOT_TOKEN },
        ...{ webhookSecret: config.ZALO_WEBHOOK_SECRET ?? null, link: config.ZALO_BOT_LINK ?? null },
      }

/** The file of an embedded database, null for a server's. Its address is read as the driver reads it. */
export const databaseFile = (url: string): string | null =>
  url.startsWith('file:') ? decodeURIComponent(url.slice('file:'.length)) : null

/** In bytes. */
export const fileLimits = ({ PHOTO_MB, RECORDING_MB, FILES_QUOTA_MB }: Config): FileLimits => ({
  photo: PHOTO_MB * MIB,
  recording: RECORDING_MB * MIB,
  quota: FILES_QUOTA_MB * MIB,
})

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
  const BASE_URL = parsed.data.BASE_URL ?? `http://localhost:${parsed.data.PORT}`
  const MAIL_FROM = parsed.data.MAIL_FROM ?? `Nhịp Sóng <nhip-song@${new URL(BASE_URL).hostname}>`
  return ok({ ...parsed.data, BASE_URL, MAIL_FROM })
}
