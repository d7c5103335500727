/** What a document's first lines say of the plan itself: title, office, number, day, year. What they leave blank stays null. */
import { unitCodeOf } from '../slug.ts'
import { capital } from '../text.ts'
import { isLocalDate, type LocalDate } from '../wall-clock.ts'
import { type Item, startsWithLabel } from './paragraphs.ts'
import { masked } from './time-words.ts'
import { keyOf } from './words.ts'

export type PlanHead = {
  id: string
  title: string
  unit: { code: string; name: string }
  number: string | null
  issued: LocalDate | null
  /** Null when the document is for several years or names none. */
  year: number | null
}

const TYPES =
  /^(?:DỰ THẢO\s+)?(KẾ HOẠCH|CHƯƠNG TRÌNH(?: CÔNG TÁC| HÀNH ĐỘNG)?|NGHỊ QUYẾT|QUYẾT ĐỊNH|HƯỚNG DẪN|CHỈ THỊ|PHƯƠNG ÁN|ĐỀ ÁN|THÔNG BÁO|CÔNG VĂN|LỊCH|KẾ HOẠCH TRUYỀN THÔNG|KẾ HOẠCH TUYÊN TRUYỀN|PHỤ LỤC(?: [IVX\d]+)?)\s*$/iu

const AFTER_TITLE =
  /^(?:-{2,}|_{2,}|\*|căn cứ|thực hiện (?:kế hoạch|nghị quyết|quyết định|chỉ thị|công văn|chương trình|hướng dẫn)(?: số)?.{30}|nhằm|để |triển khai.{80}|ngày \d|điều \d|theo đề nghị|kính gửi|\(|[IVXA]+\s*[.\-/]\s|\d+\s*[.-]\s|phần|ban hành kèm)/iu

/** `given` is the year that somebody said. */
export function headOfPlan(items: readonly Item[], given: number | null, fallbackId: string): PlanHead {
  const lines = firstLines(items)
  const title = titleIn(lines)
  const name = unitIn(lines, title, bodyLines(items))
  const issued = issuedIn(lines)
  const year = given ?? yearIn(title, lines, issued)
  const code = unitCodeOf(name) || 'don-vi'
  return {
    id: idOf(code, year, fallbackId),
    title: title || 'Kế hoạch (chưa đọc được tên)',
    unit: { code, name: name || 'Đơn vị (chưa đọc được tên)' },
    number: numberIn(lines),
    issued,
    year,
  }
}

const idOf = (code: string, year: number | null, fallback: string): string =>
  (year === null ? `${code || fallback}` : `${code}-${year}`).slice(0, 60)

/** Reads as the rule under a title: no title goes on over a table's edge. */
const TABLE_END = '---'

/** Lines and cells of the letterhead, in reading order. */
const firstLines = (items: readonly Item[]): string[] =>
  items
    .slice(0, 60)
    .flatMap((item) =>
      item.kind === 'paragraph'
        ? [item.words.text]
        : [
            ...item.rows
              .slice(0, 6)
              .flatMap((row) => row.flatMap(({ lines }) => lines.map(({ text }) => text))),
            TABLE_END,
          ],
    )
    .slice(0, 80)

const bodyLines = (items: readonly Item[]): string[] =>
  items.flatMap((item) => (item.kind === 'paragraph' ? [item.words.text] : [])).slice(0, 400)

const isShouted = (text: string): boolean => /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text)

function titleIn(lines: readonly string[]): string {
  const at = titleLine(lines)
  if (at < 0) return oneLineTitle(lines)
  const title: string[] = []
  for (const line of lines.slice(at + 1, at + 9)) {
    if (
      AFTER_TITLE.test(line) ||
      startsWithLabel(line) ||
      /năm \d{4}$/iu.test(title.at(-1) ?? '') ||
      (title.length > 0 && /[.:;]$/.test(title.at(-1) ?? ''))
    )
      break
    if (
      title.length > 0 &&
      /^(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Ban Thường vụ|Đảng ủy|Đảng uỷ|Trường) .{60}/u.test(line)
    )
      break
    title.push(line.trim())
  }
  return title
    .join(' ')
    .replace(/\s+/g, ' ')
    .replace(/[\s.,;:*-]+$/, '')
    .slice(0, 500)
}

/** A decision that issues a plan holds both headings: the plan's counts. */
function titleLine(lines: readonly string[]): number {
  const first = lines.findIndex((line) => TYPES.test(line.trim()))
  if (first < 0 || !/^QUYẾT ĐỊNH/u.test(lines[first] ?? '')) return first
  const plan = lines.findIndex(
    (line, i) => i > first && /^(?:KẾ HOẠCH|CHƯƠNG TRÌNH|PHƯƠNG ÁN)\s*$/u.test(line.trim()),
  )
  return plan < 0 ? first : plan
}

/** "KẾ HOẠCH TUYÊN TRUYỀN … NĂM 2026" on one line, or the subject of a letter. */
function oneLineTitle(lines: readonly string[]): string {
  const head = lines.find(
    (line) => /^(?:KẾ HOẠCH|CHƯƠNG TRÌNH|NGHỊ QUYẾT|LỊCH)\s+\p{Lu}/u.test(line) && line.length > 15,
  )
  if (head) {
    const at = lines.indexOf(head)
    const next = lines[at + 1] ?? ''
    const more = isShouted(head) && isShouted(next) && !/^[IVX]+\./.test(next) ? ` ${next}` : ''
    return `${head}${more}`.trim().slice(0, 500)
  }
  const subject = lines.find((line) => /^(?:V\/v|Về việc|v\/v)\s/u.test(line))
  return (subject ?? '').replace(/^(?:V\/v|v\/v)\s*:?\s*/u, '').slice(0, 500)
}

const DOCUMENT_NUMBER =
  /^_?số\s*:?\s*(\d{1,5}\s*[-/]\s*[\p{Lu}\d][\p{Lu}\p{L}\d&-]*(?:\s*[-/]\s*[\p{Lu}\d&][\p{L}\d&-]*)*)/iu

function numberIn(lines: readonly string[]): string | null {
  for (const line of lines) {
    const match = DOCUMENT_NUMBER.exec(line.replace(/\*/g, '').trim())
    if (match?.[1] && !/^\d+\s*[-/]\s*\d+$/.test(match[1]))
      return match[1].replace(/\s+/g, '').replace(/[.,;]+$/, '')
  }
  return null
}

const PLACE_AND_DAY = /^.{0,40},?\s*ngày\s*(\d{0,2})\D{0,12}tháng\s*(\d{0,2})\D{0,12}năm\s*(\d{4})\.?$/iu

const placeAndDay = (lines: readonly string[]): RegExpExecArray | null => {
  for (const line of lines) {
    const match = PLACE_AND_DAY.exec(line.replace(/[*_]/g, '').trim())
    if (match) return match
  }
  return null
}

/** Null where the line is blank: a stamp's day is no day of issue. */
function issuedIn(lines: readonly string[]): LocalDate | null {
  const [, day = '', month = '', year = ''] = placeAndDay(lines) ?? attached(lines) ?? []
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return day && month && isLocalDate(date) ? date : null
}

/** "(Kèm theo Kế hoạch … ngày 01 tháng 01 năm 2025 của …)": an appendix on its own. */
function attached(lines: readonly string[]): RegExpExecArray | null {
  if (!/^PHỤ LỤC/u.test(lines[0] ?? '')) return null
  const line = lines.find((one) => /^\((?:ban hành )?kèm theo/i.test(one)) ?? ''
  return /ngày\s*(\d{1,2})\s*(?:tháng|\/)\s*(\d{1,2})\s*(?:năm|\/)\s*(\d{4})/iu.exec(line)
}

/** "giai đoạn 2026 - 2030", "2026-2030": a plan for several years. */
const SPAN = /giai doan[^;]{0,20}\d{4}|(?<!hoc )(?<!\d)\d{4}\s*-\s*(?:nam )?\d{4}/

function yearIn(title: string, lines: readonly string[], issued: LocalDate | null): number | null {
  const key = masked(title)
  if (SPAN.test(keyOf(title)) && !/nam \d{4}/.test(key)) return null
  if (
    /giai doan|\d{4}\s*-\s*\d{4}/.test(key.replace(/nam hoc\s+\d{4}\s*-\s*\d{4}/g, '')) &&
    !/nam \d{4}\b(?!\s*-)/.test(key.replace(/(?:giai doan|den) (?:nam )?\d{4}[^;]*/g, ''))
  )
    return null
  const named =
    /nam hoc\s+(\d{4})/.exec(key) ??
    /nam (\d{4})(?!\s*-\s*\d)/.exec(key) ??
    /(?<!\d)(20\d{2})(?!\d)/.exec(key)
  if (named && !/den nam \d{4}/.test(key.slice(Math.max(0, named.index - 4), named.index + 9)))
    return Number(named[1])
  if (issued) return Number(issued.slice(0, 4))
  const line = placeAndDay(lines)
  if (line?.[3]) return Number(line[3])
  if (/giai doan\s+(?:tu\s+)?\d{4}/.test(keyOf(lines.slice(0, 30).join(' ')))) return null
  return null
}

const LETTERHEAD =
  /^(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND|ĐẢNG ỦY|ĐẢNG UỶ|HUYỆN ỦY|HUYỆN UỶ|TỈNH ỦY|TỈNH UỶ|THÀNH ỦY|BAN THƯỜNG VỤ|BAN CHẤP HÀNH|TRƯỜNG|PHÒNG|SỞ|TRUNG TÂM|ỦY BAN MTTQ|UỶ BAN MTTQ|ỦY BAN MẶT TRẬN|ĐOÀN|HỘI|CHI BỘ|TRẠM|BAN CHỈ ĐẠO|BAN CHỈ HUY|CÔNG AN|VĂN PHÒNG|CHÍNH PHỦ|BỘ |HỘI ĐỒNG)/u

function unitIn(lines: readonly string[], title: string, body: readonly string[]): string {
  const end = lines.findIndex((line) => TYPES.test(line.trim()))
  const head = lines
    .slice(0, end < 0 ? 8 : end)
    .map((line) => line.replace(/[*_]/g, '').trim())
    .filter((line) => isShouted(line) && !/^(?:CỘNG HÒA|CỘNG HOÀ|ĐỘC LẬP|ĐẢNG CỘNG SẢN|SỐ)/u.test(line))
  const named = letterheadUnit(head)
  return named || issuerIn(body, title)
}

const isPlace = (line: string): boolean =>
  /^(?:XÃ|PHƯỜNG|THỊ TRẤN|HUYỆN|TỈNH|THÀNH PHỐ|ĐẶC KHU|THỊ XÃ)\s/u.test(line)

/** The issuing office is the last of a letterhead; the one above it stands first. */
function letterheadUnit(head: readonly string[]): string {
  const at = head.findLastIndex((line) => LETTERHEAD.test(line))
  if (at < 0) return ''
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
  return inSmallLetters(whole.trim())
}

const KINDS = /\b(?:Xã|Phường|Thị Trấn|Huyện|Tỉnh|Thành Phố|Đặc Khu|Thị Xã)(?=\s)/gu
const COMMON = new Set(
  'ủy uỷ ban nhân dân trường phòng sở trung tâm đoàn hội chi bộ trạm chỉ đạo huy công an văn phủ mặt trận của và hành chính phục vụ xã phường tỉnh huyện đặc khu thường chấp tiểu học mầm non trung cơ phổ thông giáo dục đào tạo'.split(
    ' ',
  ),
)
const KEPT = /^(?:UBND|HĐND|MTTQ|THPT|THCS|TNCS|[IVX]+|\d+)$/u

/** "ỦY BAN NHÂN DÂN XÃ AN BÌNH" as an office writes it in a sentence: "UBND xã An Bình". */
function inSmallLetters(shouted: string): string {
  const words = shouted.split(/\s+/).map((word, i) => {
    if (KEPT.test(word)) return word
    const small = word.toLocaleLowerCase('vi')
    return COMMON.has(small) ? (i === 0 ? capital(small) : small) : capital(small)
  })
  return words
    .join(' ')
    .replace(/^(?:Ủy|Uỷ) ban nhân dân(?=\s)/u, 'UBND')
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
