/** Texts with what a careful reader finds in them. */
import { readdirSync, readFileSync } from 'node:fs'
import { readSource } from '../../src/core/document/read-source.ts'
import { textSource } from '../../src/documents/plain-text.ts'
import { added, type GoldDuty, NO_SCORE, type Score, scoreOf } from './reading-score.ts'

const FIXTURES = new URL('../fixtures/', import.meta.url)
const GOLD = new URL('documents/gold/', FIXTURES)

export type Gold = { name: string; text: string; obligations: GoldDuty[] }

export const goldTexts = (): Gold[] =>
  readdirSync(GOLD)
    .sort()
    .map((name) => {
      const gold = JSON.parse(readFileSync(new URL(name, GOLD), 'utf8')) as Gold
      return { ...gold, name, text: readFileSync(new URL(gold.text, FIXTURES), 'utf8') }
    })

/** Over all of them, after something was done to each text. */
export const scoreOfGold = (change: (text: string) => string = (text) => text): Score =>
  goldTexts()
    .map(({ text, obligations }) => {
      const proposal = readSource(textSource(change(text)), null)
      return scoreOf(obligations, 'code' in proposal ? [] : proposal.obligations)
    })
    .reduce(added, NO_SCORE)
