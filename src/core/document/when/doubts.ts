/** What makes a reading unsure, as a question that an officer can answer. */
import type { WhenDoubt, WhenDoubtCode } from './when.ts'

const LEFT_OVER = 'chưa được hiểu.'

const MESSAGES = {
  leftOver: (text: string) => `Còn "${text}" ${LEFT_OVER}`,
  oneOrEach: (text: string) => `"${text}": một lần trong cả khoảng, hay mỗi kỳ một lần?`,
  eitherWay: (text: string) => `"${text}" có hai cách hiểu; hãy chọn một.`,
  chosenBounds: (text: string) =>
    `"${text}" không có ngày cụ thể: ngày đầu và ngày cuối là cách hiểu thông thường.`,
  dueOf: () => 'Kế hoạch không nói rõ đây là hạn gửi báo cáo hay hạn làm việc hằng kỳ.',
  endOnly: (text: string) => `"${text}": hạn phải xong, hay làm liên tục đến lúc ấy?`,
  startOnly: (text: string) => `"${text}": chỉ có ngày bắt đầu, chưa rõ làm đến bao giờ.`,
  both: () => 'Vừa ghi thường xuyên, vừa ghi thời hạn hoặc số lần; hãy chọn cách tính.',
  parts: () => 'Nhiều số lần hoặc nhiều đợt trong một câu: nên tách thành nhiều nhiệm vụ.',
  weekdaysDiffer: () => 'Số lần và số ngày trong tuần không khớp nhau.',
  noDay: () => 'Có mức phải đạt nhưng không có ngày phải đạt.',
  unused: (text: string) => `Còn ${text} chưa có chỗ trong cách hiểu này.`,
  exception: (text: string) => `"${text}" là ngoại lệ, chưa tính vào đây: hãy thêm hoặc bớt kỳ khi lập lịch.`,
  lengthOrRate: () => 'Thời lượng của mỗi kỳ, hay mỗi kỳ phát một lần dài như vậy?',
  eachPlace: (text: string) => `"${text}": số lần tính cho từng nơi; chưa rõ có bao nhiêu nơi.`,
  noRhythm: () => 'Có ngày hoặc giờ nhưng không ghi mỗi kỳ mấy lần.',
  hourBound: (text: string) => `"${text}" chỉ giới hạn giờ, không nói phát lúc mấy giờ; đơn vị tự chọn giờ.`,
  rerunsShared: () => 'Chưa rõ số lần phát lại tính cho mỗi số phát mới hay cho cả kỳ.',
  ditto: () => 'Ô này ghi như dòng trên; hãy lấy thời gian của dòng ấy.',
  wholeYear: (text: string) => `"${text}": làm một lần trong năm, hay thường xuyên cả năm?`,
  vague: () => 'Ghi định kỳ nhưng không nói bao lâu một lần.',
  unreadable: () => 'Không thấy thời gian hoặc số lần nào đọc được.',
} as const

const DATES = {
  twoDates: (text: string) => `Có nhiều mốc thời gian (${text}): nên tách thành nhiều nhiệm vụ.`,
  whichPeriod: (_: string) => 'Có nhiều hạn; chưa rõ hạn nào của kỳ nào.',
  backwards: (text: string) => `"${text}": ngày bắt đầu sau ngày kết thúc.`,
} as const

const CODES = {
  'no-such-day': (text: string) => `"${text}" không có trong lịch.`,
  'year-outside-plan': (text: string) => `"${text}" nằm ngoài năm của kế hoạch; giữ nguyên như văn bản.`,
  'no-year': (text: string) => `"${text}" không ghi năm, và chưa biết kế hoạch của năm nào.`,
  'external-trigger': (text: string) =>
    /âm lịch$/iu.test(text)
      ? `"${text}": hãy đổi sang ngày dương lịch của năm kế hoạch.`
      : `${text ? `"${text}": thời` : 'Thời'} gian do nơi khác quyết định, đơn vị tự đặt ngày khi biết.`,
  conditional: (text: string) => `"${text}": chỉ làm khi có phát sinh.`,
  limit: (text: string) =>
    `${text ? `"${text}"` : 'Câu này'} là mức không được vượt, không phải số lần phải làm.`,
  'total-mismatch': (text: string) => text,
  'repaired-text': (text: string) => text,
} as const

export const twoReadings = (what: keyof typeof MESSAGES, text = ''): WhenDoubt => ({
  code: 'two-readings',
  message: MESSAGES[what](text.trim()),
})

/** Words remain that the reading does not explain. */
export const isLeftOver = ({ message }: WhenDoubt): boolean => message.endsWith(LEFT_OVER)

export const twoDates = (what: keyof typeof DATES, text: string): WhenDoubt => ({
  code: 'two-dates',
  message: DATES[what](text),
})

/** `text` in the plan's own words; none where the whole phrase is meant. */
export const doubt = (code: keyof typeof CODES, text = ''): WhenDoubt => ({
  code: (code === 'no-year' ? 'year-outside-plan' : code) satisfies WhenDoubtCode,
  message: CODES[code](text.trim()),
})
