/** What a document's first lines say of the plan itself: title, office, number, day, year. What they leave blank stays null. */
import { unitCodeOf } from '../slug.ts'
import { isLocalDate, type LocalDate } from '../wall-clock.ts'
import { yearOf } from './head-year.ts'
import { isShouted, issuerOf } from './issuer.ts'
import { type Item, startsWithLabel } from './paragraphs.ts'

export type PlanHead = {
  id: string
  title: string
  unit: { code: string; name: string }
  number: string | null
  issued: LocalDate | null
  /** Null when the document is for several years or names none. */
  year: number | null
  /** Its title and day of issue do not say it: it is what its sentences speak of. */
  yearGuessed?: true
}

const TYPES =
  /^(?:DỰ THẢO\s+)?(KẾ HOẠCH|CHƯƠNG TRÌNH(?: CÔNG TÁC| HÀNH ĐỘNG)?|NGHỊ QUYẾT|QUYẾT ĐỊNH|HƯỚNG DẪN|CHỈ THỊ|PHƯƠNG ÁN|ĐỀ ÁN|THÔNG BÁO|CÔNG VĂN|LỊCH|KẾ HOẠCH TRUYỀN THÔNG|KẾ HOẠCH TUYÊN TRUYỀN|PHỤ LỤC(?: [IVX\d]+)?)\s*$/iu

const AFTER_TITLE =
  /^(?:-{2,}|_{2,}|\*|căn cứ|thực hiện (?:kế hoạch|nghị quyết|quyết định|chỉ thị|công văn|chương trình|hướng dẫn)(?: số)?.{30}|nhằm|để |triển khai (?!["“]?(?:tháng|tuần lễ|ngày|năm|chiến dịch|công tác|phong trào)).{80}|ngày \d|điều \d|theo đề nghị|kính gửi|\(|[IVXA]+\s*[.\-/]\s|\d+\s*[.-]\s|phần|ban hành kèm)/iu

/** `given` is the year that somebody said. */
export function headOfPlan(items: readonly Item[], given: number | null, fallbackId: string): PlanHead {
  const lines = firstLines(items)
  const title = withoutBase(titleIn(lines))
  const name = issuerOf(lines, kindLine(lines), title, bodyLines(items))
  const issued = issuedIn(lines)
  const { year, guessed } =
    given === null
      ? yearOf({
          title,
          lines,
          issued,
          written: yearWritten(lines, issued),
          body: textsOf(items).filter((text) => !placeAndDay([text])),
        })
      : { year: given, guessed: false }
  const code = unitCodeOf(name) || 'don-vi'
  return {
    id: idOf(code, year, fallbackId),
    title: title || 'Kế hoạch (chưa đọc được tên)',
    unit: { code, name: name || 'Đơn vị (chưa đọc được tên)' },
    number: numberIn(lines),
    issued,
    year,
    ...(guessed && { yearGuessed: true as const }),
  }
}

/** "(Ban hành kèm theo Quyết định số …)" stands under a title, on a line that may have been joined to it. */
const withoutBase = (title: string): string =>
  title
    .replace(/\s*\((?:ban hành )?kèm theo.*$/iu, '')
    .replace(FIRST_SENTENCE, '$<title>')
    .replace(/\s*\((?:từ|thời gian)[^()]*\)$/iu, '')
    .trim()

/** What follows a title on a line that was joined to it: "… năm 2026 Căn cứ Kế hoạch số …". */
const FIRST_SENTENCE =
  /(?<title>.{20}(?:năm \d{4}(?:\s*-\s*\d{4})?(?= (?:Ngày \d|Thực hiện|Triển khai|Nhằm|Để|Trên cơ sở|UBND|Ủy ban|Uỷ ban|Trường|Đảng))|(?= Căn cứ |(?<=\p{Ll}|\d) Thực hiện (?:Nghị quyết|Kế hoạch|Quyết định|Công văn|Chương trình|Chỉ thị|Hướng dẫn) số))).*$/su

const idOf = (code: string, year: number | null, fallback: string): string =>
  (year === null ? `${code || fallback}` : `${code}-${year}`).slice(0, 60)

/** Where it says what it is: "KẾ HOẠCH". */
const kindLine = (lines: readonly string[]): number => lines.findIndex((line) => TYPES.test(line.trim()))

/** Reads as the rule under a title: no title goes on over a table's edge. */
const TABLE_END = '---'

/** Beside the office's name on one line, where columns were made with spaces. */
const MOTTO =
  /\s*(?:CỘNG H[ÒO][ÀA] XÃ HỘI CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập\s*-\s*Tự do\s*-\s*Hạnh phúc)\s*$/u

/** Lines and cells of the letterhead, in reading order. */
const firstLines = (items: readonly Item[]): string[] =>
  items
    .slice(0, 60)
    .flatMap((item) =>
      item.kind === 'paragraph'
        ? [item.words.text.replace(MOTTO, '')]
        : [
            ...item.rows
              .slice(0, 6)
              .flatMap((row) => row.flatMap(({ lines }) => lines.map(({ text }) => text))),
            TABLE_END,
          ],
    )
    .filter((line) => line !== '')
    .slice(0, 80)

const textsOf = (items: readonly Item[]): string[] =>
  items.flatMap((item) =>
    item.kind === 'paragraph'
      ? [item.words.text]
      : item.rows.flatMap((row) => row.map(({ words }) => words.text)),
  )

const bodyLines = (items: readonly Item[]): string[] =>
  items.flatMap((item) => (item.kind === 'paragraph' ? [item.words.text] : [])).slice(0, 400)

function titleIn(lines: readonly string[]): string {
  const at = titleLine(lines)
  if (at < 0) return oneLineTitle(lines)
  const title: string[] = []
  for (const line of lines.slice(at + 1, at + 9)) {
    if (
      AFTER_TITLE.test(line) ||
      startsWithLabel(line) ||
      /(?<!tháng \d{1,2} )năm \d{4}$/iu.test(title.at(-1) ?? '') ||
      (title.length > 0 && (/[.:;]$/.test(title.at(-1) ?? '') || /[^.][.;]$/.test(line.trim())))
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
    (line) =>
      /^(?:KẾ HOẠCH|CHƯƠNG TRÌNH|NGHỊ QUYẾT|LỊCH|KHUNG CHƯƠNG TRÌNH|KHUNG GIỜ|THỜI GIAN BIỂU|(?:BẢNG )?PHÂN CÔNG|DANH MỤC)\s+\p{Lu}/u.test(
        line,
      ) && line.length > 15,
  )
  if (head) {
    const at = lines.indexOf(head)
    const next = lines[at + 1] ?? ''
    const ends = /năm \d{4}$/iu.test(head) || next.length < 4
    const more = !ends && isShouted(head) && isShouted(next) && !/^[IVX]+\./.test(next) ? ` ${next}` : ''
    return `${head}${more}`.replace(KIND_AHEAD, '').trim().slice(0, 500)
  }
  const subject = lines.find((line) => /^(?:V\/v|Về việc|v\/v)\s/u.test(line))
  return (subject ?? '').replace(/^(?:V\/v|v\/v)\s*:?\s*/u, '').slice(0, 500)
}

/** "KẾ HOẠCH", and on the next line of the same paragraph "Truyền thông về …". */
const KIND_AHEAD = /^(?:KẾ HOẠCH|CHƯƠNG TRÌNH|NGHỊ QUYẾT)\s+(?=\p{Lu}\p{Ll})/u

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
/** "Hòa Cường, ngày 06/01/2026" */
const PLACE_AND_DATE = /^\p{Lu}[^,;:]{1,30},\s*ngày\s*(\d{1,2})\/(\d{1,2})\/(\d{4})\.?$/iu

export const isPlaceAndDay = (line: string): boolean => PLACE_AND_DAY.test(line) || PLACE_AND_DATE.test(line)

/** "… NGHỊ QUYẾT SỐ 57-NQ/TW NGÀY 22 THÁNG 12 NĂM 2024" at the end of a title's line is another's day. */
const NAMES_DOCUMENT = /\d\s*[-/]\s*\p{Lu}/u

const placeAndDay = (lines: readonly string[]): RegExpExecArray | null => {
  for (const line of lines) {
    const bare = line.replace(/[*_]/g, '').trim()
    const match = PLACE_AND_DAY.exec(bare) ?? PLACE_AND_DATE.exec(bare)
    if (match && !NAMES_DOCUMENT.test(line)) return match
  }
  return null
}

const yearWritten = (lines: readonly string[], issued: LocalDate | null): string | undefined =>
  issued?.slice(0, 4) ?? placeAndDay(lines)?.[3]

/** Null where the line is blank: a stamp's day is no day of issue. */
function issuedIn(lines: readonly string[]): LocalDate | null {
  const [, day = '', month = '', year = ''] =
    placeAndDay(lines) ?? besideNumber(lines) ?? attached(lines) ?? []
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return day && month && isLocalDate(date) ? date : null
}

/** "Số: 12/KH-UBND ngày 05/01/2026" */
function besideNumber(lines: readonly string[]): RegExpExecArray | null {
  const line = lines.find((one) => DOCUMENT_NUMBER.test(one.replace(/\*/g, '').trim())) ?? ''
  return DAY.exec(line)
}

const DAY = /ngày\s*(\d{1,2})\s*(?:tháng|[/.-])\s*(\d{1,2})\s*(?:năm|[/.-])\s*(\d{4})/iu

/** "(Kèm theo Kế hoạch … ngày 01 tháng 01 năm 2025 của …)": an appendix on its own. */
function attached(lines: readonly string[]): RegExpExecArray | null {
  if (!/^PHỤ LỤC/u.test(lines[0] ?? '')) return null
  const at = lines.findIndex((one) => /^\((?:ban hành )?kèm theo/i.test(one))
  return at < 0 ? null : DAY.exec(lines.slice(at, at + 2).join(' '))
}
