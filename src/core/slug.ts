/** Names made of what people type: without diacritics, safe in URLs and on any keyboard. */
import { foldAll } from './text.ts'

const slug = (text: string, joint: string) =>
  foldAll(text)
    .replace(/[^a-z0-9]+/g, joint)
    .slice(0, 60)
    .replace(/^[.-]+|[.-]+$/g, '')

/** `nguyen.thi.lan` for `Nguyễn Thị Lan`; empty when nothing is left. */
export const usernameOf = (text: string): string => slug(text, '.')

/** `truyen-thong-cchc-2026` for a plan's title and year; a title that ends with the year says it once. */
export function planIdOf(title: string, year: string): string {
  const words = slug(title, '-').slice(0, 40).replace(/-+$/, '')
  const bare = words.endsWith(`-${year}`) ? words.slice(0, -year.length - 1) : words
  return `${bare || 'ke-hoach'}-${year}`
}

/** `xa-ngok-tu` for `UBND xã Ngọk Tụ`; empty when nothing is left. */
export const unitCodeOf = (name: string): string =>
  slug(name, '-').replace(/^(ubnd|uy-ban-nhan-dan)-(?=.)/, '')
