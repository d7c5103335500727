/** Random secrets (session cookies, one-time links, tokens) and what the database keeps of them. */
import { hash, randomBytes } from 'node:crypto'
import { CODE_LETTERS } from '../core/notice/link-code.ts'

/** 256 random bits, 43 characters that need no escaping in URLs and headers. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/**
 * What is stored and looked up. A fast hash is enough: nobody guesses 256 random bits. Being found by the hash's index
 * also leaves nothing to compare in constant time: timing tells about the hash, from which no secret follows.
 */
export const hashSecret = (secret: string): string => hash('sha256', secret, 'base64url')

/** A row's id, 64 random bits. */
export const newId = (): string => randomBytes(8).toString('hex')

/** Eight letters to type on a phone, 40 random bits: good for minutes, and only where guesses are counted. */
export const newCode = (): string =>
  [...randomBytes(8)].map((byte) => CODE_LETTERS[byte % CODE_LETTERS.length]).join('')
