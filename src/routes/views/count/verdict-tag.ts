/** How an obligation stands, as a word with a colour and a sign. */
import type { ObligationCount } from '../../../core/count/obligation-count.ts'
import { verdictWords } from '../../../core/count/result-words.ts'
import type { Verdict } from '../../../core/verdict.ts'
import type { Tag, Tone } from '../../../templates/views.ts'
import { SIGNS } from '../tag.ts'

const LOOKS: Record<Verdict, { tone: Tone; sign: keyof typeof SIGNS | null }> = {
  met: { tone: 'done', sign: 'check' },
  'on-track': { tone: 'now', sign: 'check' },
  behind: { tone: 'ask', sign: 'wait' },
  'not-met': { tone: 'miss', sign: 'cross' },
  'needs-confirmation': { tone: 'ask', sign: 'wait' },
  'no-target': { tone: 'plan', sign: null },
  'not-triggered': { tone: 'plan', sign: 'bar' },
}

export function verdictTag(counted: ObligationCount): Tag {
  const { tone, sign } = LOOKS[counted.row.verdict]
  return { words: verdictWords(counted), tone, sign: sign && SIGNS[sign] }
}

const URGENT: readonly Verdict[] = ['behind', 'not-met', 'needs-confirmation']

/** Somebody should do something about it. */
export const isUrgent = (verdict: Verdict): boolean => URGENT.includes(verdict)
