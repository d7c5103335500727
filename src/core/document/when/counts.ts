/** How often: "01 số/2 tuần", "mỗi tháng 02 bài", "một tuần hai lần", "hằng quý"; totals and upper limits. */
import type { Item } from './items.ts'
import { type Match, type Sentence, take } from './sentence.ts'
import type { Period } from './when.ts'

export type Count = {
  n: number
  max: number | null
  unit: string | null
  period: Period
  interval: number
  atLeast: boolean
  atMost: boolean
  about: boolean
  implied: boolean
  from: number
  text: string
}

const PATTERNS = [
  // ít nhất 1 lần, tối đa 3 lần/tuần
  /(?<q>a)(?<n>n)u?[,vw]{0,3}b(?<most>n)(?<u>[uP])\/(?<k>n?)(?<p>p)/dg,
  // 02 tuần/01 số · 03 tháng/lần
  /(?<q>[abq]?)f?(?<k>n)(?<p>p)\/(?<q2>[abq]?)f?(?<n>n?)(?<u>[uP])/dg,
  // 2 lần mỗi quý · 02 bài trong tháng
  /(?<q>[abq]?)f?(?<n>n)(?<u>[uPp])(?<w>[w_()uJN]{0,6}?)(?:i?h|k|i)h?(?<k>n?)(?<p>p)(?![pJ]|[w_]{0,3}[abq]?f?n[uP])/dg,
  // mỗi tháng 01 chương trình · hằng tuần có ít nhất 02 tin
  /(?<q3>[abq]?)[hki]+(?<k>n?)(?<p>p)[w_,:()kifyxzTqeH/.-]{0,12}?(?<q>[abq]?)f?(?<n>n)(?<u>[uP])(?![w_(]{0,9}\/)/dg,
  // 01 số/2 tuần · 5 ngày/tuần
  /(?<q>[abq]?)f?(?<n>n)(?<u>[uPp]?)(?<w>[w_(),uJN-]{0,9}?)\/(?<k>n?)(?<p>p)/dg,
  // một tuần hai lần · 6 tháng một lần
  /(?<q>[abq]?)(?<k>n)(?<p>p)[w,:]{0,3}(?<q2>[abq]?)f?(?<n>n)(?<u>[uP])/dg,
  // hai lần một năm
  /(?<q>[abq]?)f?(?<n>n)(?<u>[uP])(?<k>n)(?<p>p)/dg,
  // tháng 2 lần
  /(?<p>p)(?<q>[abq]?)(?<n>n)(?<u>u)/dg,
  // quý/lần
  /(?<![n_])(?<p>p)\/(?<u>u)/dg,
] as const

const EVERY = /(?<q>[abq]?)(?:[hk]+i?h?)(?<k>n?)(?<p>p)/dg

const inOrder = (counts: Count[]): Count[] => counts.sort((a, b) => a.from - b.from)

/** Counts that are stated, in the order of the phrase. */
export const takeCounts = (sentence: Sentence): Count[] =>
  inOrder(PATTERNS.flatMap((pattern) => take(sentence, pattern, countOf)))

/** "hằng tháng", "mỗi quý" without a number: once is implied. */
export const takeRhythms = (sentence: Sentence): Count[] => take(sentence, EVERY, everyOf)

function countOf(match: Match): Count | null {
  const period = periodOf(match.item('k'), match.item('p'))
  if (!period) return null
  const [number, unit] = [match.item('n'), match.item('u')]
  if (unit?.letter === 'p' && !isDayOf(unit, match.item('p'))) return null
  const between = match.letters('w')
  if (!unit && between !== '' && !/^w{1,3}$/.test(between)) return null
  const quantifiers = ['q', 'q2', 'q3'].map(match.letters).join('')
  return {
    n: number?.n ?? 1,
    max: match.item('most')?.n ?? number?.max ?? null,
    unit: unit ? unitName(unit.text) : between ? namedBetween(match) : null,
    ...period,
    atLeast: quantifiers.includes('a'),
    atMost: quantifiers.includes('b'),
    about: quantifiers.includes('q'),
    implied: false,
    from: match.from,
    text: match.text,
  }
}

const isDayOf = (unit: Item, period: Item | undefined): boolean =>
  unit.period === 'day' && period?.period !== 'day'

const unitName = (text: string): string =>
  /^chương trình/.test(text) ? 'chương trình' : text.replace(/^(?:các )/, '')

/** "01 sinh hoạt chuyên đề/tháng": words that no table knows are what is counted. */
const namedBetween = (match: Match): string | null => match.words('w').toLowerCase() || null

function everyOf(match: Match): Count | null {
  const period = periodOf(match.item('k'), match.item('p'))
  if (!period) return null
  const q = match.letters('q')
  return {
    n: 1,
    max: null,
    unit: null,
    ...period,
    atLeast: q.includes('a'),
    atMost: q.includes('b'),
    about: q.includes('q'),
    implied: true,
    from: match.from,
    text: match.text,
  }
}

/** Six months are a half, twelve a year: no rhythm of six months begins in any other. */
function periodOf(
  every: Item | undefined,
  item: Item | undefined,
): { period: Period; interval: number } | null {
  if (!item?.period || every?.max !== undefined) return null
  const interval = every?.n ?? 1
  if (item.period === 'month' && interval === 6) return { period: 'half', interval: 1 }
  if (item.period === 'month' && interval === 12) return { period: 'year', interval: 1 }
  return Number.isInteger(interval) && interval > 0 ? { period: item.period, interval } : null
}

/** "tổng số 26 số", "(24 bài)" without a period beside it. */
export function takeTotals(sentence: Sentence): { n: number; unit: string | null }[] {
  return take(
    sentence,
    /[ZA][:,]?w{0,2}(?<n>n)(?<u>u)(?:[/i](?:p|d))?|(?<![hk]n?p)\((?<n2>n)(?<u2>u)\)/dg,
    (match) => {
      const number = match.item('n') ?? match.item('n2')
      const unit = match.item('u') ?? match.item('u2')
      return number?.n === undefined || number.max !== undefined
        ? null
        : { n: number.n, unit: unit?.text ?? null }
    },
  )
}

/** "02 lần", "03 lớp" with no period: so often within the window beside it. */
export const takeTimes = (
  sentence: Sentence,
): Pick<Count, 'n' | 'max' | 'unit' | 'atLeast' | 'atMost' | 'about' | 'from'>[] =>
  take(sentence, /(?<q>[abq]?)(?<n>n)(?<u>u)/dg, (match) => ({
    n: match.item('n')?.n ?? 1,
    max: match.item('n')?.max ?? null,
    unit: unitName(match.item('u')?.text ?? ''),
    atLeast: match.letters('q') === 'a',
    atMost: match.letters('q') === 'b',
    about: match.letters('q') === 'q',
    from: match.from,
  }))
