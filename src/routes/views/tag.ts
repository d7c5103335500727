/** How something stands, as a word with a colour and a sign. */
import type { Channel } from '../../core/plan.ts'
import type { Assessment, Standing } from '../../core/standing.ts'
import { FACT_NAMES, STANDING_NAMES } from '../../core/words/names.ts'
import type { Tag, Tone } from '../../templates/views.ts'

/** Drawn in a box of 12 by 12. */
export const SIGNS = {
  check: 'M2.5 6.5 5 9l4.5-6',
  cross: 'M3 3l6 6M9 3 3 9',
  bar: 'M2.5 6h7',
  wait: 'M6 2.5V7M6 9.4v.2',
} as const

const LOOKS: Record<Standing, { tone: Tone; sign: keyof typeof SIGNS | null }> = {
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

/** `words` where a page knows better ones than the standing's name. */
export function tagOf(assessment: Assessment, channels: readonly Channel[]): Tag {
  const { tone, sign } = LOOKS[assessment.standing]
  return { words: wordsOf(assessment, channels), tone, sign: sign && SIGNS[sign] }
}

function wordsOf({ standing, outcome }: Assessment, channels: readonly Channel[]): string {
  if (standing === 'done' && outcome) return FACT_NAMES[outcome.kind]
  if (standing === 'missed' && channels.includes('loudspeaker')) return 'Không phát'
  if (standing === 'excused') return 'Có lý do'
  if (standing === 'not-in-force') return 'Trước hiệu lực'
  if (standing === 'not-triggered' && !outcome) return 'Nếu có'
  return STANDING_NAMES[standing]
}

export const plainTag = (words: string, tone: Tone = 'plan'): Tag => ({ words, tone, sign: null })
