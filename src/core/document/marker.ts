/** What numbers a line: `A.`, `II.`, `1.`, `2.1.`, `đ)`, a dash. */
import { part, trimmed, type Words } from './words.ts'

/** From the outermost in. What stands deeper closes with what stands above it. */
export const RANKS = [
  'part',
  'calendar',
  'capital',
  'roman',
  'article',
  'number',
  'dotted',
  'letter',
  'sub',
  'dash',
  'plus',
] as const
export type Rank = (typeof RANKS)[number]

/** `label` as it stands in a clause: `II`, `2.1`, `đ`; empty for dashes. */
export type Marker = { rank: Rank; label: string; ordinal: number | null; length: number }

const ROMAN: Record<string, number> = { I: 1, V: 5, X: 10, L: 50 }

function romanValue(roman: string): number {
  const values = [...roman].map((letter) => ROMAN[letter] ?? 0)
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0)
}

const LETTERS = 'abcdđeghiklmnopqrstuvxy'
const letterValue = (letter: string): number => LETTERS.indexOf(letter.toLowerCase()) + 1

type Form = { rank: Rank; pattern: RegExp; ordinal: (label: string) => number | null; prefix?: string }

const BEGINS = '(?=[\\p{L}\\p{N}“"(\\[*\'])'

const FORMS: Form[] = [
  {
    rank: 'part',
    pattern: /^(?:PHỤ LỤC|Phụ lục)(?:\s+(?:số\s+)?(?:SỐ\s+)?([IVX]{1,5}|\d{1,2}))?(?=[\s.:(-]|$)/u,
    prefix: 'PL',
    ordinal: () => null,
  },
  {
    rank: 'part',
    pattern:
      /^(?:PHẦN|Phần|CHƯƠNG|Chương)\s+(?:THỨ\s+|thứ\s+)?([IVX]{1,5}|\d{1,2}|NHẤT|nhất|HAI|hai|BA|ba|TƯ|tư)(?=[\s.:-]|$)/u,
    ordinal: () => null,
  },
  {
    rank: 'roman',
    // "(…thực hiện mục III.1, | III.2; tổng hợp …)": a line that begins with a point told of goes on.
    pattern: new RegExp(
      `^([IVX]{1,5})(?:\\s?[.\\-)]|\\/(?=\\s|\\p{Lu}{2}))(?!\\d{1,2}(?:[;,]|\\.?$))\\s*${BEGINS}`,
      'u',
    ),
    ordinal: romanValue,
  },
  { rank: 'capital', pattern: new RegExp(`^([A-HĐ])\\s?[.\\-)/]\\s*${BEGINS}`, 'u'), ordinal: letterValue },
  { rank: 'article', pattern: /^(?:Điều|ĐIỀU)\s+(\d{1,2})[.:]\s*/u, ordinal: Number },
  {
    rank: 'dotted',
    pattern: new RegExp(`^(\\d{1,2}(?:\\.\\d{1,2}){1,3})(?:[.)]|\\s?-)?\\s+${BEGINS}`, 'u'),
    ordinal: lastNumber,
  },
  { rank: 'dotted', pattern: /^(\d{1,2}(?:\.\d{1,2}){1,3})[.)]\s*(?=\p{L})/u, ordinal: lastNumber },
  {
    rank: 'number',
    pattern: new RegExp(`^(\\d{1,3})\\s?(?:[.)/]|\\.-|-(?=\\s))\\s+${BEGINS}`, 'u'),
    ordinal: Number,
  },
  { rank: 'number', pattern: /^(\d{1,2})[.)](?=\p{Lu})/u, ordinal: Number },
  {
    rank: 'number',
    pattern: /^(?:Nhiệm vụ|NHIỆM VỤ|Nội dung|Hoạt động|Mục|MỤC) (\d{1,2})\s*[:.]\s*(?=\S)/u,
    ordinal: Number,
  },
  {
    rank: 'sub',
    pattern: /^(?:\(([a-zđ\d]{1,3})\)|([a-zđ]\.?\d)\)|([ivx]{2,4})\))\s*(?=\S)/u,
    ordinal: () => null,
  },
  {
    rank: 'letter',
    pattern: new RegExp(`^([a-zđ])\\s?(?:[)/]|\\.(?=\\s))\\s*${BEGINS}`, 'u'),
    ordinal: letterValue,
  },
  { rank: 'dash', pattern: /^[-•●▪◦*·]\s*(?=\S)/u, ordinal: () => null },
  { rank: 'plus', pattern: /^\+\s*(?=\S)/u, ordinal: () => null },
]

/** "Phần thứ hai" */
const written = (label: string): string =>
  ({ nhất: 'I', hai: 'II', ba: 'III', tư: 'IV' })[label.toLowerCase()] ?? label

function lastNumber(label: string): number {
  return Number(label.split('.').at(-1))
}

export function markerOf(text: string): Marker | null {
  for (const { rank, pattern, ordinal, prefix = '' } of FORMS) {
    const match = pattern.exec(text)
    if (!match) continue
    const label = `${prefix}${written(match[1] ?? match[2] ?? match[3] ?? '')}`
    return { rank, label, ordinal: label ? ordinal(label) : null, length: match[0].length }
  }
  return null
}

/** The words after the marker; markers that pile up ("- + ") count as their last. */
export function unmarked(words: Words): { marker: Marker | null; rest: Words } {
  const marker = markerOf(words.text)
  if (!marker || marker.rank === 'part') return { marker, rest: words }
  const rest = trimmed(part(words, marker.length))
  if (marker.label) return { marker, rest }
  const inner = markerOf(rest.text)
  return inner && !inner.label ? unmarked(rest) : { marker, rest }
}
