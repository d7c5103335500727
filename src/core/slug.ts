/** Names made of what people type: without diacritics, safe in URLs and on any keyboard. */
import { foldAll } from './text.ts'

const slug = (text: string, joint: string) =>
  foldAll(text)
    .replace(/[^a-z0-9]+/g, joint)
    .slice(0, 60)
    .replace(/^[.-]+|[.-]+$/g, '')

/** `nguyen.thi.lan` for `Nguyễn Thị Lan`; empty when nothing is left. */
export const usernameOf = (text: string): string => slug(text, '.')

/** `xa-ngok-tu` for `UBND xã Ngọk Tụ`; empty when nothing is left. */
export const unitCodeOf = (name: string): string =>
  slug(name, '-').replace(/^(ubnd|uy-ban-nhan-dan)-(?=.)/, '')
