/** Passwords: what is accepted, and how they are kept (scrypt, the same on Node and Workers). */
import { Buffer } from 'node:buffer'
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import { Busy } from '../core/busy.ts'
import type { FieldError } from '../core/problem.ts'
import { foldAll } from '../core/text.ts'
import { isCommon } from './common-password.ts'

const SHORTEST_PASSWORD = 10
const LONGEST_PASSWORD = 200
/** OWASP's row for 16 MiB: a Worker has 128 MiB for everything. */
const COST = { N: 2 ** 14, r: 8, p: 5 }
const KEY_BYTES = 32

/** For an account that doesn't exist: checking against it takes as long as against a real one, and fails. */
export const NOBODYS_PASSWORD = `scrypt$${COST.N}$${COST.r}$${COST.p}$${'A'.repeat(22)}$${'A'.repeat(43)}`

/** What is asked of a password, said before anybody types one. */
export const PASSWORD_RULE = `Ít nhất ${SHORTEST_PASSWORD} ký tự, không chỉ gồm chữ số, không chứa tên đăng nhập, không phải một từ quen thuộc.`

/** Why a password is refused for a person whose own words (login name, unit) are these; null when it is accepted. */
export function passwordError(password: string, own: readonly string[]): FieldError | null {
  const refuse = (code: string, message: string) => ({ path: ['password'], code, message })
  const { length } = password.normalize('NFKC')
  if (length < SHORTEST_PASSWORD)
    return refuse('too-short', `mật khẩu cần ít nhất ${SHORTEST_PASSWORD} ký tự`)
  if (length > LONGEST_PASSWORD) return refuse('too-long', `mật khẩu không quá ${LONGEST_PASSWORD} ký tự`)
  if (/^\d+$/.test(password)) return refuse('only-digits', 'mật khẩu không được chỉ gồm chữ số')
  if (new Set(password).size < 5) return refuse('too-simple', 'mật khẩu lặp lại quá ít ký tự')
  const [username = ''] = own
  if (username.length > 3 && foldAll(password).includes(username))
    return refuse('contains-username', 'mật khẩu không được chứa tên đăng nhập')
  return isCommon(password, own)
    ? refuse('too-common', 'mật khẩu này dễ đoán: chỉ là một từ quen thuộc, có thể kèm chữ số')
    : null
}

/** `scrypt$N$r$p$salt$key` */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, COST)
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), key.toString('base64url')].join('$')
}

export async function passwordMatches(password: string, stored: string): Promise<boolean> {
  const [, n, r, p, salt = '', key = ''] = stored.split('$')
  const cost = { N: Number(n), r: Number(r), p: Number(p) }
  const derived = await derive(password, Buffer.from(salt, 'base64url'), cost)
  return timingSafeEqual(derived, Buffer.from(key, 'base64url'))
}

/** Of an earlier cost: made anew when its owner next proves to know it. */
export const isOutdated = (stored: string): boolean =>
  !stored.startsWith(`scrypt$${COST.N}$${COST.r}$${COST.p}$`)

/** The cost is stored with each key, so that raising it later leaves the old ones valid. */
function derive(password: string, salt: Buffer, cost: ScryptOptions): Promise<Buffer> {
  if (deriving >= MOST_AT_ONCE) return Promise.reject(new Busy(TOO_MANY, 5))
  deriving++
  return deriveNow(password, salt, cost).finally(() => {
    deriving--
  })
}

/**
 * Each takes a core for a tenth of a second and 16 MiB, in the pool that also reads files for everybody. Counted rather
 * than queued: on Workers no request may wake another.
 */
const MOST_AT_ONCE = 6
let deriving = 0
const TOO_MANY = 'Đang có nhiều người đăng nhập cùng lúc. Hãy thử lại sau vài giây.'

function deriveNow(password: string, salt: Buffer, cost: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) =>
    // Vietnamese keyboards type "ậ" as one code point or as three.
    scrypt(
      password.normalize('NFKC'),
      salt,
      KEY_BYTES,
      { ...cost, maxmem: 64 * 1024 * 1024 },
      (error, key) => (error ? reject(error) : resolve(key)),
    ),
  )
}
