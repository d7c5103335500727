/** One block of words may hold several obligations: times of their own parted by `;`, levels, dated sentences. */
import type { Draft } from './draft.ts'
import { clean } from './fields-in.ts'
import { levelsIn } from './levels.ts'
import { isOpen, sentencesOf } from './sentences.ts'
import { splitShares } from './shares.ts'
import { masked, ownWords, type Span, timesIn } from './time-words.ts'
import { isWholeYear } from './timing.ts'
import { join, keyOf, part, placeOf, type Words } from './words.ts'

export const splitDraft = (draft: Draft): Draft[] =>
  splitProgrammes(draft).flatMap(splitShares).flatMap(splitTimes).flatMap(splitContent)

/** "Sức khỏe (tuần 1, 3 của tháng); Gia đình (tuần 2, 4)": programmes that share the hour of one row. */
function splitProgrammes(draft: Draft): Draft[] {
  const { found, title, when } = draft
  const parts = found === 'row' && when ? pieces(title) : []
  const named = parts.flatMap((words) => {
    const at = words.text.search(IN_WEEKS)
    return at > 0
      ? [{ name: clean(part(words, 0, at)), weeks: part(words, at + 1, words.text.lastIndexOf(')')) }]
      : []
  })
  if (!when || parts.length === 0 || named.length < parts.length) return [draft]
  return named.map(({ name, weeks }) => ({
    ...draft,
    title: name,
    when: { ...when, words: join(when.words, weeks, ', ') },
  }))
}

const IN_WEEKS = /\((?:các )?tuần [^()]*\)[\s.]*$/iu

/** "trong tháng 3; báo cáo kết quả trước ngày 05/4": two, when each part has words of its own. */
function splitTimes(draft: Draft): Draft[] {
  const when = draft.when ?? draft.often
  if (!when || (draft.when && draft.often)) return [draft]
  const periods = [...keyOf(when.words.text).matchAll(PERIOD_IN_BRACKETS)]
  if (
    periods.length > 1 &&
    /bao cao/.test(keyOf(`${when.label} ${draft.title.text}`)) &&
    periods.map(([all]) => all).join('').length > when.words.text.length - 4
  )
    return periods.map(({ 0: all, index }) => ({
      ...draft,
      when: { words: clean(part(when.words, index, index + all.length)), label: 'báo cáo' },
    }))
  if (!when.words.text.includes(';')) return [draft]
  const parts = pieces(when.words)
  if (parts.length > 1 && parts.every(({ text }) => REPORT_PART.test(keyOf(text))))
    return parts.map((words) => ({ ...draft, often: null, when: { words, label: 'báo cáo' } }))
  const own = parts.map((words) => ownWords(words.text))
  const splits =
    !draft.often &&
    parts.length > 1 &&
    !parts.some(({ text }) => EXCEPTION.test(text)) &&
    own.slice(1).every((count) => count >= 2) &&
    parts.every(({ text }) => timesIn(text).length > 0)
  if (!splits) return [draft]
  return parts.map((words, i) => ({
    ...draft,
    title: i === 0 && (own[0] ?? 0) < 2 ? draft.title : words,
    when: { ...when, words, label: i > 0 && /bao cao/.test(keyOf(words.text)) ? '' : when.label },
  }))
}

/** "04 tin/tháng; riêng tháng 10 là 10 tin" */
const EXCEPTION = /^riêng(?!\p{L})/iu

/** "tuần (chiều thứ Năm), tháng (ngày 25), năm (15/12)" */
const PERIOD_IN_BRACKETS =
  /(?:0?6 thang|9 thang|tuan|thang|quy|ca nam|nam)(?: (?:dau|cuoi) nam)? \([^()]*\)(?:[,;.]|,? va)? ?/gu

/** "6 tháng: trước 10/6; năm: trước 10/12". */
const REPORT_PART =
  /^(?:bao cao )?(?:(?:dinh ky )?(?:0?6 thang(?: dau nam)?|quy [ivx\d]+|quy|hang quy|ca nam|nam|hang nam|thang|hang thang|9 thang|so ket|tong ket)(?: nam)?)\s*[:(,-]?\s*(?:gui )?(?:truoc|cham nhat|ngay|den|\d{1,2} ?\/)/

function pieces(words: Words): Words[] {
  const found: Words[] = []
  let start = 0
  for (const { index } of words.text.matchAll(/;/g)) {
    if (isOpen(words.text.slice(start, index))) continue
    found.push(clean(part(words, start, index)))
    start = index + 1
  }
  found.push(clean(part(words, start)))
  return found.filter(({ text }) => text)
}

/** Levels and dated sentences in a labelled obligation's own words, each with the obligation's lead. */
function splitContent(draft: Draft): Draft[] {
  if (draft.found !== 'labels' || draft.often) return [draft]
  const sentences = [draft.title, ...draft.content].flatMap(sentencesOf)
  const own = draft.content.length ? draft.content.flatMap(sentencesOf) : sentences
  const open =
    isWholeYear(draft.when) || (own.every(({ text }) => isPlainLevel(text)) && !isContinuous(draft))
  const extra = sentences.flatMap((sentence) => fromSentence(draft, sentence, open))
  if (extra.length === 0) return [draft]
  if (!open) return [draft, ...extra.map((one): Draft => ({ ...one, found: 'prose' }))]
  const claimed = new Set(extra.map(({ place }) => place.from))
  const bare = sentences.filter(
    (sentence) => !claimed.has(placeOf(sentence).from) && isObligation(sentence.text),
  )
  const heading = sentences[0]
  const rest = bare.filter((sentence) => sentence !== heading)
  const [first] = rest
  return first ? [{ ...draft, title: first, content: rest.slice(1) }, ...extra] : extra
}

const isContinuous = ({ when }: Draft): boolean => /thuong xuyen/.test(keyOf(when?.words.text ?? ''))

const isObligation = (text: string): boolean =>
  text.split(' ').length > 4 && !/:$/.test(text) && !/%/.test(text)

function fromSentence(draft: Draft, sentence: Words, open: boolean): Draft[] {
  const place = placeOf(sentence)
  const made = (title: Words, words: Words, label: string): Draft => ({
    ...draft,
    title,
    content: [sentence],
    when: { words, label },
    emptyWhen: false,
    place,
  })
  const levels = isLevel(sentence.text) ? levelsIn(sentence) : []
  if (levels.length)
    return levels
      .filter(({ by }) => open || by !== null)
      .map(({ words, value, by }) => ({
        ...made(words, sentence, ''),
        level: { value, by, within: draft.when },
      }))
  const hard = timesIn(sentence.text).filter((span) => isHard(sentence.text, span))
  const [first] = hard
  if (!first || !open) return []
  return [made(sentence, clean(part(sentence, first.start, hard.at(-1)?.end)), 'hoàn thành')]
}

const isLevel = (text: string): boolean =>
  /%/.test(text) &&
  /(?<!\p{L})(?:dat|toi thieu|it nhat|tren|du|co|ty le|phan dau|giam|tang|bao dam|100%)(?!\p{L})|100\s*%/u.test(
    keyOf(text),
  )

/** A level that is the obligation, not what an obligation is for. */
const isPlainLevel = (text: string): boolean =>
  isLevel(text) &&
  /^(?:-\s*)?(?:ty (?:le|trong)|so|100\s*%|\d+\s*%|phan dau|tren)|(?<!\p{L})dat(?!\p{L})/u.test(
    keyOf(text),
  ) &&
  !/(?<!\p{L})(?:nham|rut ngan)(?!\p{L})/u.test(keyOf(text))

/** A date of its own, not a rhythm and not a bare month in passing. */
const isHard = (text: string, { start, end }: Span): boolean =>
  (/^[^:]{3,40}: $/.test(text.slice(0, start)) && /^[\s.;]*$/.test(text.slice(end))) ||
  (/hoan thanh|truoc|cham nhat|den|tu ngay|trong quy|trong thang/.test(masked(text).slice(start, end)) &&
    /\d/.test(masked(text).slice(start, end)))
