/** All obligations of a document, in its order, and what was seen and is none. */
import { capital } from '../text.ts'
import { timeBehindColon } from './behind-colon.ts'
import { doubt } from './doubt.ts'
import type { Draft } from './draft.ts'
import { labelField } from './field-label.ts'
import { clean } from './fields-in.ts'
import { countedByHow, timedByHow } from './how.ts'
import { isShouted } from './issuer.ts'
import { hoistedParts, labelObligations } from './label-obligations.ts'
import { withNumberedLeads } from './numbered-leads.ts'
import { clauseOf, type Section } from './outline.ts'
import { type Row, startsWithLabel } from './paragraphs.ts'
import { proseDrafts } from './prose-obligations.ts'
import { rowObligations } from './row-obligations.ts'
import { isSkipped, sentencesIn } from './section-sentences.ts'
import { splitDraft } from './split-obligations.ts'
import { type Columns, headOf } from './table-head.ts'
import { HOUR_FIRST, STAGE_FIRST, timesIn } from './time-words.ts'
import { onlyTells, topicHeadings } from './topics.ts'
import { join, keyOf, type Place, part, placeOf, type Words } from './words.ts'

export type Collected = { drafts: Draft[]; left: { words: Words; why: string }[] }

export function keepAll(sections: readonly Section[], planTitle: string): Collected {
  const collected: Collected = { drafts: [], left: [] }
  const hoisted = new Set<Section>()
  let carried: Columns | null = null
  const seen = new Set<string>()
  const numbered = sections.some(({ marker }) => marker !== null)
  const topics = topicHeadings(sections)
  for (const section of sections) {
    const again = section.path.length > 0 && seen.has(clauseOf(section.path))
    seen.add(clauseOf(section.path))
    const found: Draft[] = []
    for (const part of section.parts)
      if ('rows' in part) {
        const known = headOf(part.rows)
        const { drafts, leftOut } = rowObligations(
          section,
          part.rows,
          known ?? (isLoose(part.rows) ? null : carried),
        )
        carried = known ?? carried
        found.push(...drafts)
        collected.left.push(...leftOut)
      }
    if (hoisted.has(section)) continue
    const children = sections.filter(({ above }) => above.at(-1) === section)
    const labelled = labelObligations(section, children)
    const loose = section.marker ? null : looseLines(section, numbered)
    if (loose && !labelled.some(isLabelled)) found.push(...sentencesIn(loose).flatMap(proseDrafts))
    else if (labelled.length) {
      if (hoistedParts(children)) for (const child of children) hoisted.add(child)
      found.push(
        ...labelled
          .map((draft) => withPlanTitle(draft, section, nameAbove(section, planTitle)))
          .flatMap((draft) => timedByHow(draft, section))
          .flatMap((draft) => countedByHow(draft, section)),
        ...sentencesIn(besideLabels(section, labelled)).flatMap(proseDrafts),
      )
    } else if (isUnderHead(section)) found.push(...headObligations(section, nameAbove(section, planTitle)))
    else if (section.path.length && !isSkipped(section))
      found.push(
        ...sentencesIn(section, children)
          .filter(({ words }) => !onlyTells(topics, section, words))
          .flatMap(proseDrafts),
      )
    if (again && section.marker)
      for (const draft of found)
        draft.doubts.push(
          doubt('numbering', 'clause', `Mục ${clauseOf(section.path)} có hai lần trong văn bản.`),
        )
    const headings = [section, ...section.above.toReversed()].map(({ heading }) => heading.text)
    const under = [...headings, planTitle]
    const placed = found.map((draft) => ({ ...draft, under: [...(draft.under ?? []), ...under] }))
    collected.drafts.push(...placed.map(timeBehindColon).flatMap(splitDraft))
  }
  const { drafts, left } = withoutRepeats(collected)
  return { drafts: withNumberedLeads(drafts, sections), left }
}

/** Lines that look like rows of a table, though nothing says which of its columns they fill. */
const isLoose = (rows: readonly Row[]): boolean => rows.every((row) => row.length === 1 && row[0]?.guessed)

/** Where nothing is numbered, or below a table: the lines that say what is done; null where there are none. */
function looseLines(section: Section, numbered: boolean): Section | null {
  const { parts } = section
  const behindTable = parts.findLastIndex((one) => 'rows' in one) + 1
  const listed = parts.findIndex((one) => 'words' in one && one.marker !== null)
  const timetable = parts.findIndex((one) => 'words' in one && HOUR_FIRST.test(one.words.text))
  const announced = parts.findIndex((one) => 'words' in one && /:$/.test(one.words.text)) + 1
  const starts = [announced || listed, timetable].filter((at) => at > 0)
  const start = starts.length ? Math.min(...starts) : 0
  const from = behindTable || (numbered ? 0 : start)
  return from > 0 && from < parts.length ? { ...section, parts: parts.slice(from) } : null
}

/** One whose words speak of several times gathered lines that no label parts. */
const isLabelled = ({ content, when, often }: Draft): boolean =>
  (when ?? often) !== null && content.filter(({ text }) => timesIn(text).length > 0).length < 2

/** "- Thời gian: …; - Phát thanh: ngày 02 lần; - Treo băng rôn (trước ngày 14/4)": lines that no label claims. */
function besideLabels(section: Section, labelled: readonly Draft[]): Section {
  const isTaken = ({ from, to }: Place) => labelled.some(({ place }) => from < place.to && to > place.from)
  const parts = section.parts.filter(
    (one) =>
      'words' in one &&
      one.marker !== null &&
      !startsWithLabel(one.words.text) &&
      !isTaken(placeOf(one.words)),
  )
  return { ...section, marker: null, parts }
}

/** "B. TUYÊN TRUYỀN PHÒNG CHÁY, CHỮA CHÁY" above "1. Thời gian": what the time is of. */
function nameAbove({ above }: Section, planTitle: string): string {
  const text = above.at(-1)?.heading.text ?? ''
  if (!WORK_HEADING.test(keyOf(text))) return planTitle
  return isShouted(text) ? capital(text.toLocaleLowerCase('vi')) : text
}

const WORK_HEADING =
  /^(?:tuyen truyen|truyen thong|chien dich|thang hanh dong|tuan le|ngay hoi|hoi thi|cuoc thi|phat dong)(?!\p{L})/u

/** "II. THỜI GIAN: từ ngày …" names no obligation but the plan itself. */
const withPlanTitle = (draft: Draft, { heading }: Section, planTitle: string): Draft =>
  draft.title === heading && labelField(heading.text.split(':', 1)[0] ?? '') === 'when'
    ? { ...draft, title: called(heading, planTitle) }
    : draft

/** "1. Thời gian tổ chức" as a heading, its words below. */
const isUnderHead = ({ heading, parts }: Section): boolean =>
  labelField(heading.text) === 'when' &&
  heading.text.length < 60 &&
  parts.some((part) => 'words' in part) &&
  parts.filter((part) => 'words' in part && STAGE_FIRST.test(part.words.text)).length < 2

function headObligations(section: Section, planTitle: string): Draft[] {
  const parts = section.parts.flatMap((one) =>
    'words' in one && timesIn(one.words.text).length ? [one.words] : [],
  )
  const dated = parts.map(datedWork).filter((one) => one !== null)
  if (dated.length > 1) return dated.map(({ title, when }) => timeObligation(section, title, when))
  const [part] = parts
  return part ? [timeObligation(section, called(part, planTitle), part)] : []
}

/** The plan as a whole has a time: its own title is the obligation's. */
const called = (words: Words, title: string): Words => (title ? { ...words, text: title } : words)

/** "Từ 01/3 đến 30/3/2026: tổ chức các hoạt động." */
function datedWork(words: Words): { title: Words; when: Words } | null {
  const colon = words.text.indexOf(':')
  const [first] = timesIn(words.text)
  if (colon < 0 || !first || first.end > colon || first.start > 12) return null
  return { title: clean(part(words, colon + 1)), when: clean(part(words, 0, colon)) }
}

const timeObligation = (section: Section, title: Words, when: Words): Draft => ({
  clause: clauseOf(section.path),
  title,
  content: [],
  lead: null,
  doer: null,
  support: null,
  when: { words: when, label: section.heading.text },
  often: null,
  emptyWhen: false,
  place: placeOf(when.text.length > title.text.length ? when : join(when, title)),
  found: 'labels',
  doubts: [],
})

const REPORT = /^.{0,60}bao cao/
const receiver = (text: string): string =>
  /(?:ve|gui|cho|len)\s+((?:so|ubnd|uy ban|phong|dang uy|ban|huyen|tinh)[^,;(]{0,30}?)(?= truoc| de |,|\(|$)/.exec(
    text,
  )?.[1] ?? ''

/** The same report by the same day to the same office, told twice: the later one, under reports, stands. */
function withoutRepeats({ drafts, left }: Collected): Collected {
  const later = new Set<string>()
  const kept: Draft[] = []
  const repeated: Draft[] = []
  for (const draft of drafts.toReversed()) {
    const report = reportOf(draft)
    if (report !== null && later.has(report)) repeated.push(draft)
    else kept.push(draft)
    if (report !== null) later.add(report)
  }
  const why = 'Đã ghi ở một mục sau: cùng một báo cáo, cùng hạn.'
  return {
    drafts: kept.toReversed(),
    left: [...left, ...repeated.map(({ content, title }) => ({ words: content[0] ?? title, why }))],
  }
}

/** Whom a report told in prose goes to, and its figures; null for what is none. */
function reportOf({ found, content, when }: Draft): string | null {
  const key = keyOf(content[0]?.text ?? '')
  const to = found === 'prose' && when && REPORT.test(key) ? receiver(key) : ''
  return to && when ? `${to} ${figures(when.words.text)}` : null
}

const figures = (text: string): string => (keyOf(text).match(/\d+/g) ?? []).map(Number).join('/')
