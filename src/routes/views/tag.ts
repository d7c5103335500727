/** How something stands, as a word with a colour and a sign. */
import type { Reading } from '../../core/reading.ts'
import type { Standing } from '../../core/standing.ts'
import { standingWords } from '../../core/words/standing-words.ts'
import type { Tag, Tone } from '../../templates/views.ts'

/** Drawn in a box of 12 by 12. */
export const SIGNS = {
  check: 'M2.5 6.5 5 9l4.5-6',
  cross: 'M3 3l6 6M9 3 3 9',
  bar: 'M2.5 6h7',
  wait: 'M6 2.5V7M6 9.4v.2',
} as const

type Look = { tone: Tone; sign: keyof typeof SIGNS | null }

const WAITS_FOR_MAKE_UP: Look = { tone: 'now', sign: null }

const LOOKS: Record<Standing, Look> = {
  upcoming: { tone: 'plan', sign: null },
  due: { tone: 'now', sign: null },
  unconfirmed: { tone: 'ask', sign: 'wait' },
  done: { tone: 'done', sign: 'check' },
  late: { tone: 'done', sign: 'check' },
  short: { tone: 'ask', sign: 'bar' },
  'made-up': { tone: 'done', sign: 'check' },
  missed: { tone: 'miss', sign: 'cross' },
  excused: { tone: 'excuse', sign: 'bar' },
  withdrawn: { tone: 'plan', sign: 'bar' },
  'not-triggered': { tone: 'plan', sign: 'bar' },
  'not-in-force': { tone: 'plan', sign: null },
}

/** The one tag of a slot, on whatever page. */
export function tagOf(reading: Pick<Reading, 'obligation' | 'at'>): Tag {
  const { tone, sign } = reading.at.makeUp ? WAITS_FOR_MAKE_UP : LOOKS[reading.at.standing]
  return { words: standingWords(reading), tone, sign: sign && SIGNS[sign] }
}

export const plainTag = (words: string, tone: Tone = 'plan'): Tag => ({ words, tone, sign: null })
