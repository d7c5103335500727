/** The head and foot of a report, its sentences and what an office adds: its own words, else what is usual. */
import { fillPlaces, type PaperField, type PaperWords, type Place } from '../core/paper-words.ts'
import { isCommittee, levelOf, officeHeading, placeOf } from '../core/words/unit-words.ts'

/** The usual head and foot, as an office may change them. */
export function usualPaper(unitName: string, lead = 'PVHXH'): PaperWords {
  const place = placeOf(unitName)
  const level = levelOf(unitName)
  const committee = isCommittee(unitName)
  return {
    office: officeHeading(unitName).join('\n'),
    symbol: committee ? 'Số:          /BC-UBND' : 'Số:          /BC',
    place: `${nameOf(place, level)}, ngày       tháng       năm {năm}`,
    lead: 'PVHXH',
    recipients: (committee ? recipientsOf(level ?? 'xã', lead) : [`Lưu: VT, ${lead}.`]).join('\n'),
    titles: committee ? 'KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH' : 'THỦ TRƯỞNG ĐƠN VỊ',
  }
}

const nameOf = (place: string, level: string | null): string =>
  (level === null ? place : place.slice(level.length).trim()) || place

const COMMUNES = ['xã', 'phường', 'đặc khu', 'thị trấn']

/** A commune reports to two offices of its province; to whom a larger office reports is its own to say. */
function recipientsOf(level: string, lead: string): string[] {
  const above = ['Sở Khoa học và Công nghệ;', 'Sở Nội vụ;', 'Thường trực Đảng ủy;']
  return [
    ...(COMMUNES.includes(level) ? above : []),
    `Thường trực HĐND ${level};`,
    `CT, các PCT UBND ${level};`,
    `Các cơ quan, đơn vị thuộc UBND ${level};`,
    `Lưu: VT, ${lead}.`,
  ]
}

/** What the wording of a report names of them; lists by line, null where the wording has its own sentence. */
export function paperParts(words: PaperWords, unitName: string, places: Record<Place, string>) {
  const all = { ...usualPaper(unitName, words.lead), ...words }
  const lines = (field: PaperField) => {
    const text = fillPlaces(all[field] ?? '', places)
    return text === '' ? [] : text.split('\n')
  }
  const said = (field: PaperField) => lines(field).join(' ') || null
  return {
    ...{ office: lines('office'), recipients: lines('recipients'), titles: lines('titles') },
    ...{ symbol: said('symbol') ?? '', placeAndDate: said('place') ?? '', signer: said('signer') ?? '' },
    ...{ opening: said('opening'), closing: said('closing') },
    headings: {
      general: said('headGeneral') ?? 'KẾT QUẢ CHUNG',
      groups: said('headGroups') ?? 'KẾT QUẢ THEO NHÓM NHIỆM VỤ',
      problems: said('headProblems') ?? 'TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN',
      forecast: said('headForecast') ?? 'ƯỚC THỰC HIỆN CẢ NĂM KẾ HOẠCH',
      next: said('headNext') ?? 'NHIỆM VỤ THỜI GIAN TỚI',
    },
    more: {
      general: lines('moreGeneral').map(marked),
      problems: lines('moreProblems').map(marked),
      causes: lines('moreCauses').map(marked),
      next: lines('moreNext').map(marked),
      proposals: lines('proposals').map(marked),
    },
  }
}

/** A line of the office's is a paragraph or an item, whatever it begins with. */
const marked = (text: string): string => (/^[-–+]\s/.test(text) ? `- ${text.slice(2)}` : `> ${text}`)
