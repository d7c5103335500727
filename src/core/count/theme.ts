/** What an obligation is about, as offices file it: chuyển đổi số, cải cách hành chính, or both. */
import type { Obligation } from '../plan.ts'
import { foldTone, tidy } from '../text.ts'

export type Theme = 'cds' | 'cchc' | 'both' | 'other'

export const THEME_NAMES: Record<Theme, string> = {
  cds: 'Chuyển đổi số',
  cchc: 'Cải cách hành chính',
  both: 'Chuyển đổi số và cải cách hành chính',
  other: 'Nội dung khác',
}

/** Matched against folded text: lower case, one spelling for each tone. */
const WORDS = {
  cds: /chuyển đổi số|(?<!\p{L})cđs(?!\p{L})|57-nq|bình dân học vụ số|an toàn thông tin|an ninh mạng|dịch vụ công trực tuyến/u,
  cchc: /cải cách hành chính|(?<!\p{L})(cchc|tthc)(?!\p{L})|thủ tục hành chính|một cửa/u,
}

/** By the title; a title that says neither is judged by its quote. */
export function themeOf({ title, quote }: Pick<Obligation, 'title' | 'quote'>): Theme {
  const theme = themeIn(title)
  return theme === 'other' ? themeIn(quote) : theme
}

function themeIn(words: string): Theme {
  const text = foldTone(tidy(words))
  const cds = WORDS.cds.test(text)
  const cchc = WORDS.cchc.test(text)
  if (cds && cchc) return 'both'
  return cds ? 'cds' : cchc ? 'cchc' : 'other'
}
