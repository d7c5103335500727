/** One spelling for what offices write in many: letters, dashes, spaces and common slips. For reading, never for showing. */
import { foldTone } from '../../text.ts'
import { rejoin } from './glued.ts'

export type Folded = {
  text: string
  /** A word was put together, taken apart or respelled by a guess. */
  repaired: boolean
}

const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff\ufffd]/g
const FOOTNOTE = /[\u00b9\u00b2\u00b3\u2070-\u2079]|\[\d{1,2}\]/g
const DASHES = /[\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d~\u223c]/g
const SLASHES = /[\u2044\u2215\uff0f\u29f8]/g
const QUOTES = /["“”„«»'‘’`*_]/g

/** Spellings of one word, in folded text. */
const SPELLINGS: [RegExp, string][] = [
  [/(?<!\p{L})quí(?!\p{L})/gu, 'quý'],
  [/(?<!\p{L})tần (?:xuất|xuẩt|suát)(?!\p{L})/gu, 'tần suất'],
  [/(?<!\p{L})hàng(?= ?(?:ngày|tuần|tháng|quý|năm|nửa)(?!\p{L}))/gu, 'hằng'],
  [/(?<!\p{L})kì(?!\p{L})/gu, 'kỳ'],
  [/(?<!\p{L})(?:thường xuyền|thường xuyện)(?!\p{L})/gu, 'thường xuyên'],
  [/(?<!\p{L})(?:giũa|giửa)(?!\p{L})/gu, 'giữa'],
  [/(?<!\p{L})mổi(?!\p{L})/gu, 'mỗi'],
  [/(?<!\p{L})kễ từ(?!\p{L})/gu, 'kể từ'],
  [/(?<!\p{L})bẩy(?!\p{L})/gu, 'bảy'],
  [/(?<!\p{L})hàn thành(?!\p{L})/gu, 'hoàn thành'],
]

export function fold(phrase: string): Folded {
  const plain = foldTone(
    phrase
      .replace(FOOTNOTE, ' ')
      .replace(INVISIBLE, '')
      .normalize('NFKC')
      .replace(DASHES, '-')
      .replace(SLASHES, '/'),
  )
    .replace(QUOTES, ' ')
    .replace(/[|•●▪–+]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const parted = plain.replace(/(?<=\p{L}{2})(?=\d)|(?<=\d)(?=\p{L}{2})/gu, ' ')
  const { text, repaired } = rejoin(parted)
  return { text: SPELLINGS.reduce((all, [from, to]) => all.replace(from, to), text), repaired }
}
