/** How a slot stands, in the words of its obligation: pages, reports and the log say the same. */
import type { Reading } from '../reading.ts'
import { lower } from '../text.ts'
import { FACT_NAMES, STANDING_NAMES } from './names.ts'
import { outcomeWords } from './outcome.ts'

/** `Đã phát`, `Không phát`, `Chờ phát bù` */
export function standingWords({ obligation, at }: Pick<Reading, 'obligation' | 'at'>): string {
  const { standing, outcome, makeUp } = at
  const words = outcomeWords(obligation)
  if (makeUp) return `Chờ ${lower(words.makeUp)}`
  if (standing === 'done' && outcome) return FACT_NAMES[outcome.kind]
  if (standing === 'made-up') return `Đã ${lower(words.makeUp)}`
  if (standing === 'missed') return words.not
  if (standing === 'excused') return 'Có lý do'
  if (standing === 'not-in-force') return 'Trước hiệu lực'
  if (standing === 'not-triggered' && !outcome) return 'Nếu có'
  return STANDING_NAMES[standing]
}
