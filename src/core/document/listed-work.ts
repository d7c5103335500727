/** A cell that lists several things to do, each on a line with a dash: "Quý I | - Mít tinh 8/3 - Trồng cây | Chị Hà". */
import { doubt } from './doubt.ts'
import type { Draft } from './draft.ts'
import { clean } from './fields-in.ts'
import type { Section } from './outline.ts'
import type { CellWords } from './paragraphs.ts'
import { proseDrafts } from './prose-obligations.ts'
import { timesIn } from './time-words.ts'
import { join, keyOf, type Words } from './words.ts'

const DASHED = /^[-+•*–]\s*/u

/** One draft a line, in the row's time where a line names none; the draft itself where its cell is no such list. */
export function listedWork(draft: Draft, cell: CellWords | undefined, section: Section): Draft[] {
  const lines = cell?.lines ?? []
  if (lines.length === 0 || !lines.every(({ text }) => DASHED.test(text))) return [draft]
  const several = lines.length > 1 ? [doubt('two-readings', 'title', SEVERAL)] : []
  return lines
    .map(clean)
    .flatMap((line) => draftsOf(draft, line, section))
    .map((one) => ({ ...one, doubts: [...one.doubts, ...several] }))
}

function draftsOf(row: Draft, words: Words, section: Section): Draft[] {
  const lead = row.lead ?? row.doer
  const given = lead && { lead, support: row.support, words: lead }
  const time = row.when
  const sentence = { words, section, subject: null, given, season: time?.words ?? null, goal: false }
  const own = timesIn(words.text).length > 0 ? proseDrafts(sentence) : []
  const shared = { ...row, title: words, content: [], often: null, when: time && withDays(time, words) }
  return (own.length ? own : [shared]).map((one) => ({
    ...one,
    ...{ clause: row.clause, lead: row.lead, doer: row.doer, support: row.support, place: row.place },
    doubts: [...row.doubts],
  }))
}

const SEVERAL = 'Một ô có nhiều gạch đầu dòng: mỗi dòng đọc thành một nhiệm vụ, hãy xem lại.'

/** "Hằng tháng" beside "Sinh hoạt chi hội vào ngày 5": the line says more of the rhythm. */
const withDays = (time: NonNullable<Draft['when']>, line: Words): Draft['when'] =>
  /^(?:hang|moi|dinh ky)(?!\p{L})/u.test(keyOf(time.words.text)) && /\d/.test(line.text)
    ? { ...time, words: join(time.words, line, ': ') }
    : time
