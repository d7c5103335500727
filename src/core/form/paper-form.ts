/** The form of a report's words (lời văn, thể thức): what an office may say its own way, and how it is read. */
import { wrongLetters } from '../field.ts'
import { type PaperField, type PaperWords, PLACES, placesIn } from '../paper-words.ts'
import { invalid, ok, type Result } from '../problem.ts'
import { oneWay, usualLetters } from '../text.ts'
import type { FormField } from './field.ts'
import { type Entry, type Filled, wrong } from './filled.ts'

type Group = { heading: string; hint: string; fields: Partial<Record<PaperField, FormField>> }

const line = (name: string, label: string, hint?: string): FormField => ({
  ...{ name, label, control: { kind: 'line' } },
  ...(hint !== undefined && { hint }),
})
const area = (name: string, label: string, rows: number, hint?: string): FormField => ({
  ...{ name, label, control: { kind: 'area', rows } },
  ...(hint !== undefined && { hint }),
})

const PLACE_WORDS = `Chương trình điền vào chỗ ${PLACES.map((place) => `{${place}}`).join(', ')}`

/** In the order of the paper. */
export const PAPER_GROUPS: Group[] = [
  {
    heading: 'Đầu và cuối văn bản',
    hint: 'Mỗi dòng một ý, đúng như sẽ in. Xoá trống một ô thì dùng lại mẫu chung.',
    fields: {
      office: area('co-quan', 'Tên cơ quan ban hành', 3, 'Dòng cuối là cơ quan ký'),
      symbol: line('so-ky-hieu', 'Số, ký hiệu'),
      place: line('dia-danh', 'Địa danh, ngày tháng', '{năm} là năm của ngày tính số liệu'),
      lead: line('luu', 'Đơn vị soạn, viết tắt', 'Ghi sau “Lưu: VT,” ở Nơi nhận'),
      recipients: area('noi-nhan', 'Nơi nhận', 8, 'Không ghi dấu gạch đầu dòng'),
      titles: area(
        'chuc-vu',
        'Thẩm quyền và chức vụ người ký',
        3,
        'Ví dụ: TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH',
      ),
      signer: line('nguoi-ky', 'Họ tên người ký'),
    },
  },
  {
    heading: 'Câu mở đầu, câu kết, tên các mục',
    hint: `Để trống thì dùng câu của mẫu. ${PLACE_WORDS}.`,
    fields: {
      opening: area('mo-dau', 'Câu mở đầu', 4),
      headGeneral: line('muc-chung', 'Tên mục kết quả chung'),
      headGroups: line('muc-nhom', 'Tên mục kết quả từng nhiệm vụ'),
      headProblems: line('muc-ton-tai', 'Tên mục tồn tại, nguyên nhân'),
      headForecast: line('muc-uoc', 'Tên mục ước thực hiện'),
      headNext: line('muc-toi', 'Tên mục nhiệm vụ thời gian tới'),
      closing: area('cau-ket', 'Câu kết', 3),
    },
  },
  {
    heading: 'Viết thêm',
    hint: 'Mỗi dòng một đoạn, đứng sau phần chương trình viết. Dòng bắt đầu bằng “- ” là một ý.',
    fields: {
      moreGeneral: area('them-chung', 'Đánh giá chung', 4),
      moreProblems: area('them-ton-tai', 'Tồn tại, hạn chế', 3),
      moreCauses: area('them-nguyen-nhan', 'Nguyên nhân', 3),
      moreNext: area('them-toi', 'Nhiệm vụ thời gian tới', 3),
      proposals: area('kien-nghi', 'Kiến nghị, đề xuất', 3, 'Có ghi thì thành một mục riêng'),
    },
  },
]

const FIELDS = PAPER_GROUPS.flatMap(({ fields }) => Object.entries(fields)) as [PaperField, FormField][]

const MOST = { line: 300, area: 4000, lines: 40 }

export const fillPaper = (words: PaperWords): Entry[] =>
  FIELDS.map(([field, { name }]) => [name, words[field] ?? ''])

/** What says the same as the paper without it is not kept, so that it goes on with the paper. */
export function readPaper(filled: Filled, usual: PaperWords): Result<PaperWords> {
  const said = FIELDS.map(([field, { name }]) => [field, name, tidyLines(filled.one(name))] as const)
  const errors = said.flatMap(([field, name, text]) => {
    const message = wrongWith(text, FIELDS.find(([own]) => own === field)?.[1].control.kind === 'area')
    return message === null ? [] : [wrong(name, message)]
  })
  if (errors.length) return invalid('Chưa lưu được lời văn: hãy xem lại các ô được đánh dấu.', errors)
  return ok(
    Object.fromEntries(
      said.flatMap(([field, , text]) => (text === '' || text === usual[field] ? [] : [[field, text]])),
    ),
  )
}

/** Spaces inside a line stay: they are where a number and a date are written by hand. */
const tidyLines = (text: string): string =>
  usualLetters(oneWay(text).normalize('NFC'))
    .split(/\r\n|\r|\n/)
    .map((one) => one.replaceAll('\t', ' ').trim())
    .filter(Boolean)
    .join('\n')

function wrongWith(text: string, isArea: boolean): string | null {
  const most = isArea ? MOST.area : MOST.line
  if (text.length > most) return `không quá ${most} ký tự`
  if (text.split('\n').length > MOST.lines) return `không quá ${MOST.lines} dòng`
  const unknown = placesIn(text).find((place) => !(PLACES as readonly string[]).includes(place))
  if (unknown !== undefined)
    return `không có chỗ {${unknown}}; các chỗ dùng được: ${PLACES.map((place) => `{${place}}`).join(', ')}`
  return wrongLetters(text)
}
