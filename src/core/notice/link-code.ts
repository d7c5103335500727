/** The code with which somebody says in a chat who they are, and what else is understood there. */
import { foldAll } from '../text.ts'

/** Letters and digits that nobody takes for one another. */
export const CODE_LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const CODE = new RegExp(`^[${CODE_LETTERS}]{8}$`)

/** How long a code may be sent. */
export const CODE_MINUTES = 15

/** `K7QM-2XPA`, as it is shown. */
export const shownCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`

/** What somebody wrote to the bot. */
export type Said = { kind: 'code'; code: string } | { kind: 'cancel' } | { kind: 'other' }

/** Phones write `k7qm 2xpa`, and `huỷ` with either tone or with none. */
export function saidIn(text: string): Said {
  if (/^huy\W*$/.test(foldAll(text).trim())) return { kind: 'cancel' }
  const code = text.toUpperCase().replace(/[\s.–—-]/g, '')
  return CODE.test(code) ? { kind: 'code', code } : { kind: 'other' }
}
