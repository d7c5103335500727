/** Who issues a document: the last office of its letterhead, as one writes it in a sentence. */
import { capital } from '../text.ts'

/** A line in capitals. */
export const isShouted = (text: string): boolean => /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text)

/** Also where a narrow cell breaks it: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT | NAM". */
const MOTTO = /^(?:CỘNG HÒA|CỘNG HOÀ|ĐỘC LẬP|ĐẢNG CỘNG SẢN|SỐ|(?:(?:CHỦ )?NGHĨA )?(?:VIỆT )?NAM$)/u

const LETTERHEAD =
  /^(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND|ĐẢNG ỦY|ĐẢNG UỶ|HUYỆN ỦY|HUYỆN UỶ|TỈNH ỦY|TỈNH UỶ|THÀNH ỦY|BAN THƯỜNG VỤ|BAN CHẤP HÀNH|TRƯỜNG|PHÒNG|SỞ|TRUNG TÂM|ỦY BAN MTTQ|UỶ BAN MTTQ|ỦY BAN MẶT TRẬN|ĐOÀN|HỘI|CHI BỘ|TRẠM|BAN CHỈ ĐẠO|BAN CHỈ HUY|BCH |BCĐ |CÔNG AN|VĂN PHÒNG|CHÍNH PHỦ|BỘ |HỘI ĐỒNG)/u

/** `end` is the line of the document's kind, below its letterhead; -1 without one. */
export function issuerOf(
  lines: readonly string[],
  end: number,
  title: string,
  body: readonly string[],
): string {
  const head = lines
    .slice(0, end < 0 ? 8 : end)
    .map((line) => line.replace(/[*_]/g, '').trim())
    .filter((line) => isShouted(line) && !MOTTO.test(line))
  const place = lines.slice(0, 8).find(isPlace) ?? ''
  return letterheadUnit(head) || attachedTo(lines) || issuerIn(body, title) || capital(inSmallLetters(place))
}

/** "(Kèm theo Kế hoạch số … của UBND phường Phú Thượng)": an appendix on its own. */
const attachedTo = (lines: readonly string[]): string =>
  lines
    .slice(0, 8)
    .flatMap((line) => ATTACHED.exec(line)?.[1] ?? [])
    .at(0)
    ?.replace(/^(?:Ủy|Uỷ) ban nhân dân/u, 'UBND') ?? ''

const ATTACHED =
  /kèm theo .{10,120} của ((?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Đảng ủy|Đảng uỷ|HĐND|Trường|Trung tâm|Hội|Trạm)[^()]{3,80})\)/iu

/** They issue where no office stands above them. */
const ALONE = /^(?:BAN AN TOÀN|BAN QUẢN LÝ|BAN ĐẠI DIỆN|BAN NHÂN DÂN|ĐÀI|MẶT TRẬN)\s/u

const COMMITTEE = /^(?:BAN CHẤP HÀNH|BAN THƯỜNG VỤ)$/u

const isPlace = (line: string): boolean =>
  /^(?:XÃ|PHƯỜNG|THỊ TRẤN|HUYỆN|TỈNH|THÀNH PHỐ|ĐẶC KHU|THỊ XÃ)\s/u.test(line)

/** The issuing office is the last of a letterhead; the one above it stands first. */
function letterheadUnit(head: readonly string[]): string {
  const known = head.findLastIndex((line) => LETTERHEAD.test(line))
  const at = known < 0 ? head.findLastIndex((line) => ALONE.test(line)) : known
  if (at < 0) return ''
  // Under "HỘI NÔNG DÂN XÃ PHÚ LỘC" a committee speaks for it.
  if (
    COMMITTEE.test(head[at] ?? '') &&
    /^(?:HỘI|ĐOÀN)\s.+\s(?:XÃ|PHƯỜNG|TỈNH|ĐẶC KHU)\s/u.test(head[at - 1] ?? '')
  )
    return inSmallLetters(head[at - 1] ?? '')
  const first = head[at] ?? ''
  const next = head[at + 1] ?? ''
  const bare = /^(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND|ĐẢNG ỦY|ĐẢNG UỶ|BAN CHẤP HÀNH|BAN THƯỜNG VỤ)$/u.test(
    first,
  )
  const above = /(?:XÃ|PHƯỜNG|THỊ TRẤN|HUYỆN|TỈNH|ĐẶC KHU|THỊ XÃ)\s.+$/u.exec(head[at - 1] ?? '')?.[0]
  if (bare && !isPlace(next) && above) return inSmallLetters(`${first} ${above}`)
  const whole =
    (bare && isPlace(next)) || /^(?:XÃ|PHƯỜNG|THỊ TRẤN|HUYỆN|TỈNH|THÀNH PHỐ|ĐẶC KHU|THỊ XÃ)\s/u.test(next)
      ? `${first} ${next}`
      : first
  const of = !above ? '' : whole === 'VĂN PHÒNG' ? head[at - 1] : ROOM.test(whole) ? above : ''
  return inSmallLetters(`${whole.trim()} ${of}`.trim())
}

/** "PHÒNG VĂN HÓA - XÃ HỘI" under "UBND PHƯỜNG HÒA CƯỜNG": a part of that office, whose place it leaves out. */
const ROOM = /^(?:PHÒNG|TRUNG TÂM)(?!.*(?:XÃ (?!HỘI)|PHƯỜNG|THỊ TRẤN|HUYỆN|TỈNH|ĐẶC KHU|THỊ XÃ|KHU VỰC)).*$/u

const KINDS = /\b(?:Xã|Phường|Thị Trấn|Huyện|Tỉnh|Thành Phố|Đặc Khu|Thị Xã)(?=\s(?![Hh]ội(?!\p{L})))/gu
const COMMON = new Set(
  'ủy uỷ ban nhân dân trường phòng sở trung tâm đoàn hội chi bộ trạm chỉ đạo huy công an văn phủ mặt trận của và hành chính phục vụ xã phường tỉnh huyện đặc khu thường chấp tiểu học mầm non trung cơ phổ thông giáo dục đào tạo các chương trình'.split(
    ' ',
  ),
)
/** The word before a place's own name, of which every word is a name's. */
const PLACES = new Set(['xã', 'phường', 'trấn', 'huyện', 'tỉnh', 'phố', 'khu'])
/** Of two words, the first of which is written large. */
const FIELDS =
  /(?<!\p{L})(?:văn h(?:óa|oá)|thông tin|thể thao|truyền thanh|truyền hình|xã hội|kinh tế|y tế|giáo dục|tư pháp|nội vụ|hạ tầng|đô thị|tài chính|dân quân|thanh niên|phụ nữ|nông dân|du lịch|khoa học|công nghệ|tuyên giáo|liên hiệp|dân vận|xây dựng|cung ứng|dịch vụ|tổng hợp|sự nghiệp|phục vụ|chỉ đạo|chỉ huy|dân số|phát triển|chuyển đổi|cải cách|hội đồng|phối hợp|phổ biến|pháp luật|an toàn|phòng, chống dịch|phòng, chống|phòng cháy, chữa cháy)(?!\p{L})/giu
const KEPT = /^(?:UBND|HĐND|MTTQ|MTQG|BCH|BCĐ|THPT|THCS|TNCS|[IVX]+|\d+)$/u

/** "ỦY BAN NHÂN DÂN XÃ AN BÌNH" as an office writes it in a sentence: "UBND xã An Bình". */
function inSmallLetters(shouted: string): string {
  let isName = false
  const words = shouted.split(/\s+/).map((word, i, all) => {
    if (KEPT.test(word)) return word
    const small = word.toLocaleLowerCase('vi')
    const isKind = PLACES.has(small) && !/^HỘI$/u.test(all[i + 1] ?? '')
    const common = isKind || (!isName && COMMON.has(small))
    if (isKind) isName = true
    return common ? (i === 0 ? capital(small) : small) : capital(small)
  })
  return words
    .join(' ')
    .replace(FIELDS, (field) => capital(field.toLocaleLowerCase('vi')))
    .replace(/^(?:Ủy|Uỷ) ban nhân dân(?=\s)/u, 'UBND')
    .replace(/(?<=^(?:BCH|BCĐ) )\p{Ll}/u, capital)
    .replace(/^Đảng (?:Ủy|ủy)/u, 'Đảng ủy')
    .replace(/^Đảng (?:Uỷ|uỷ)/u, 'Đảng uỷ')
    .replace(/^(Tỉnh|Huyện|Thành|Thị) (?:Ủy|ủy)/u, '$1 ủy')
    .replace(/^(Tỉnh|Huyện|Thành|Thị) (?:Uỷ|uỷ)/u, '$1 uỷ')
    .replace(KINDS, (kind) => kind.toLocaleLowerCase('vi'))
}

const ISSUER =
  /(?:^|[,.;]\s*|Chủ tịch )((?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Ban Thường vụ Đảng [uủ][ỷy]|Đảng [uủ][ỷy]|Trường|Hội đồng|Phòng|Trung tâm)\s+(?:[^.,;:]{0,70}?))\s+(?:ban hành|xây dựng|triển khai|tổ chức thực hiện|đề ra|yêu cầu|lập)\s/u

/** "… UBND xã ban hành Kế hoạch …": without a letterhead, with the place that the title names. */
function issuerIn(body: readonly string[], title: string): string {
  for (const line of body) {
    const found = [...line.matchAll(new RegExp(ISSUER, 'gu'))].at(-1)?.[1]
    if (!found) continue
    const name = found
      .replace(/^(?:Ủy ban nhân dân|Uỷ ban nhân dân)/u, 'UBND')
      .replace(/^Ban Thường vụ /u, '')
    const place = /(xã|phường|thị trấn|tỉnh|thị xã|huyện|đặc khu)((?:\s+\p{Lu}[\p{L}]*)+)/u.exec(title)
    if (/^(?:UBND|Đảng)\s*[\p{L} ]*(?:xã|phường|thị trấn|tỉnh|thị xã|huyện|đặc khu)$/u.test(name) && place)
      return `${name}${place[2]}`
    return name
  }
  return ''
}
