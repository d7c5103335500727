/** One spelling for what offices write in many: letters, dashes, spaces and common slips. For reading, never for showing. */
import { foldTone } from '../../text.ts'
import { rejoin } from './glued.ts'

export type Folded = {
  text: string
  /** The same, letter by letter, with the capitals of the phrase: for showing. */
  shown: string
  /** A word was put together, taken apart or respelled by a guess. */
  repaired: boolean
  /** A word of time is glued to something that could not be taken apart. */
  unclear: boolean
}

const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff\ufffd]/g
const FOOTNOTE = /[\u00b9\u00b2\u00b3\u2070-\u2079]|\[\d{1,2}\]/g
const DASHES = /[\u00f7\u2192\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d~\u223c]/g
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
  [/(?<!\p{L})(?:tất cả )?(?:các|mọi) ngày trong (?:tuần|tháng|năm)(?!\p{L})/gu, 'hằng ngày'],
  [/(?<!\p{L})nửa tháng(?!\p{L})/gu, 'khoảng 15 ngày'],
  [/(?:(?<!\p{L})từ )?(\d+(?: [^\d,;.]{1,24}| ?%)) trở lên(?!\p{L})/gu, 'ít nhất $1'],
  [/(?:(?<!\p{L})từ )?(\d+ [\p{L}]{1,8} ?\/ ?\p{L}{1,6}) trở lên(?!\p{L})/gu, 'ít nhất $1'],
  [/(?<!\p{L})mọi ngày(?!\p{L})/gu, 'hằng ngày'],
  [/(?<!\p{L})(?:tất cả )?các (tuần|tháng|quý) trong (?:tháng|quý|năm)(?!\p{L})(?! ?\d)/gu, 'hằng $1'],
  [/(?<!\p{L})cách (?:một |1 |01 )?(ngày|tuần|tháng|quý|năm)(?!\p{L})/gu, 'cứ 2 $1'],
  [/(?<!\p{L})bẩy(?!\p{L})/gu, 'bảy'],
  [/(?<!\p{L})hàn thành(?!\p{L})/gu, 'hoàn thành'],
  // "Chủ nhật thứ ba của tháng 11"
  [/(?<=chủ nhật )(?=(?:thứ (?:nhất|hai|ba|tư)|đầu tiên|cuối cùng)(?: của)? tháng \d)/gu, 'tuần '],
]

export function fold(phrase: string): Folded {
  const plain = foldTone(
    phrase
      .replace(FOOTNOTE, ' ')
      .replace(INVISIBLE, '')
      .normalize('NFKC')
      .replace(/(?<=\d) ?['’′](?= ?(?:[/,;)-]|$))/g, ' phút')
      .replace(DASHES, '-')
      .replace(SLASHES, '/'),
  )
    .replace(QUOTES, ' ')
    .replace(/[|•●▪]/g, ' ')
    .replace(/^[\s+-]+/, '')
    .replace(/\+/g, ',')
    .replace(/\s+/g, ' ')
    .trim()
  const parted = plain.replace(
    /(?<=\p{L}{2})(?=\d)|(?<=\d)(?=\p{L}{2})|(?<=qu[ýí])(?=(?:iv|i{1,3})(?!\p{L}))/gu,
    ' ',
  )
  const { text, repaired, unclear } = rejoin(parted)
  const folded = SPELLINGS.reduce((all, [from, to]) => all.replace(from, to), text)
  return { text: folded, shown: withCapitals(folded, phrase), repaired, unclear }
}

const isSign = (letter: string): boolean => /[^\p{L}\d]/u.test(letter)

/** Folding keeps the number of letters, unless it puts other words: then there are no capitals to take over. */
function withCapitals(folded: string, phrase: string): string {
  const written = [...phrase.replace(FOOTNOTE, ' ').normalize('NFKC')].filter((letter) => !isSign(letter))
  const letters = [...folded]
  if (letters.filter((letter) => !isSign(letter)).length !== written.length) return folded
  let at = 0
  const shown = letters.map((letter) => {
    if (isSign(letter)) return letter
    const capital = letter.toLocaleUpperCase('vi')
    return isUpper(written[at++] as string) ? capital : letter
  })
  return shown.join('').length === folded.length ? shown.join('') : folded
}

const isUpper = (letter: string): boolean => /\p{Lu}/u.test(letter)
