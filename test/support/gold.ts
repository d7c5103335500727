/** Texts with what a careful reader finds in them: in a folder `gold`, each naming its text beside that folder. */
import { readdirSync, readFileSync } from 'node:fs'
import { readSource } from '../../src/core/document/read-source.ts'
import { textSource } from '../../src/documents/plain-text.ts'
import { added, type GoldObligation, NO_SCORE, type Score, scoreOf } from './reading-score.ts'

/** `refuse`: nothing must be read from it. */
type Gold = { text: string; refuse?: boolean; obligations: GoldObligation[] }

export type GoldScore = Score & { texts: number; refuse: number; refused: number }

const HERE = new URL('../fixtures/documents/', import.meta.url)

export function scoreOfGold(folder: URL = HERE): GoldScore {
  const names = readdirSync(new URL('gold/', folder)).filter((name) => name.endsWith('.json'))
  const total = { texts: names.length, refuse: 0, refused: 0 }
  let score = NO_SCORE
  for (const name of names) {
    const gold = JSON.parse(readFileSync(new URL(`gold/${name}`, folder), 'utf8')) as Gold
    const text = readFileSync(new URL(gold.text, folder), 'utf8')
    const proposal = readSource(textSource(text), null)
    const nothing = 'code' in proposal
    if (gold.refuse) total.refuse++
    if (gold.refuse && nothing) total.refused++
    if (!gold.refuse) score = added(score, scoreOf(gold.obligations, nothing ? [] : proposal.obligations))
  }
  return { ...score, ...total }
}
