/** A stretch of the year that a heading or a label sets for all that stands under it: "Đợt 1 (từ 01/3 đến 31/3)", "Mùa mưa". */
import { doubt } from './doubt.ts'
import type { Draft } from './draft.ts'
import { clean } from './fields-in.ts'
import { markerOf } from './marker.ts'
import type { Section } from './outline.ts'
import type { Item } from './paragraphs.ts'
import { timesIn } from './time-words.ts'
import { keyOf, part, type Words } from './words.ts'

const NAMES =
  /^(?:(?:vao |trong |cac )?(?:mua|dot|giai doan|thoi ky|thoi diem|thang|dip|tuan le|chien dich|cao diem|quy|(?:0?6|sau) thang)(?!\p{L})|cac thang|(?:cac )?ngay (?:thuong|le|con lai)|binh thuong|thoi gian con lai|ngoai)/u

/** A heading is short. */
const MOST = 120

/** Null for words that name work of their own. */
export function seasonIn(words: Words): Words | null {
  if (words.text.length > MOST || !NAMES.test(keyOf(words.text))) return null
  const times = timesIn(words.text)
  const [first, last] = [times[0], times.at(-1)]
  const outside = words.text.replace(/\([^()]*\)/g, ' ')
  if (outside.trim().split(/\s+/).length > (/\)\s*$/.test(words.text) ? MOST_NAMED : MOST_WORDS)) return null
  return first && last ? clean(part(words, first.start, last.end)) : words
}

/** "Đợt cao điểm thứ nhất", without what stands in brackets. */
const MOST_WORDS = 6
/** "Tháng hành động vì trẻ em, phòng, chống đuối nước (tháng 6)" */
const MOST_NAMED = 14

/** That of the nearest heading which sets one. */
export function seasonOf({ heading, above }: Section): Words | null {
  for (const words of [heading, ...above.map((one) => one.heading).toReversed()]) {
    const season = words.text.endsWith('.') || words.text.includes(';') ? null : seasonIn(words)
    if (season && timesIn(season.text).length) return season
  }
  return null
}

/** Lines of a plan's head, its title among them. */
const HEAD_LINES = 20

/** "(Từ ngày 15/4 đến ngày 15/5/2026)" under the title of a month of action. */
export function planSeason(items: readonly Item[]): Words | null {
  for (const item of items.slice(0, HEAD_LINES)) {
    if (item.kind === 'paragraph' && markerOf(item.words.text)) return null
    const [bracket] = item.kind === 'paragraph' ? item.words.text.matchAll(STRETCH) : []
    if (item.kind === 'paragraph' && bracket)
      return clean(part(item.words, bracket.index + 1, bracket.index + bracket[0].length - 1))
  }
  return null
}

/** "… quý II năm 2027": the title says which part of the year it plans. */
export function titleSeason(items: readonly Item[], title: string): Words | null {
  const [term] = TERM_LAST.exec(title) ?? []
  if (!term) return null
  for (const item of items.slice(0, HEAD_LINES)) {
    const at = item.kind === 'paragraph' ? item.words.text.indexOf(term) : -1
    if (item.kind === 'paragraph' && at >= 0) return part(item.words, at, at + term.length)
  }
  return null
}

const TERM_LAST =
  /(?<!\p{L})(?:quý (?:[IVX]+|[1-4])|(?:6|06|sáu) tháng (?:đầu|cuối) năm|(?<!ngày \d{1,2} )tháng \d{1,2})(?:,? năm |[,/ ] ?)\d{4}$/iu

const STRETCH = /\((?:thời gian:? )?từ (?:ngày )?\d(?!\d?\s?(?:h|g|:))[^()]* đến [^()]*\d\)/giu

/** Within the plan's own days: in each of its stretches where it speaks of them, in none where it lies outside. */
export function inPlanTime(draft: Draft, own: Words | null): Draft[] {
  const said = keyOf([draft.title, ...draft.content].map(({ text }) => text).join(' '))
  if (draft.season || !own) return [draft]
  if (OUTSIDE.test(said))
    return [{ ...draft, doubts: [...draft.doubts, doubt('two-readings', 'when', APART)] }]
  const stretches = timesIn(own.text).map(({ start, end }) => clean(part(own, start, end)))
  if (stretches.length < 2 || !own.text.includes(';')) return [{ ...draft, season: own }]
  return OF_STRETCHES.test(said) && RHYTHM.test(keyOf((draft.when ?? draft.often)?.words.text ?? ''))
    ? stretches.map((season) => ({ ...draft, season }))
    : [draft]
}

const APART = 'Ghi là ngoài các đợt của kế hoạch: lịch giữ cả năm, hãy bớt kỳ rơi vào các đợt.'
const OUTSIDE = /(?:^|[,;(] ?)ngoai (?:cac )?(?:dot|chien dich|cao diem|thoi gian|thang)(?!\p{L})/u
const OF_STRETCHES = /(?<!\p{L})(?:dot|chien dich|cao diem)(?!\p{L})/u
const RHYTHM = /\/ ?(?:ngay|tuan)|(?<!\p{L})(?:moi|hang) (?:ngay|tuan)|^ngay \d/u
