/** Phrases of frequency and time, read one after the other. */
import { readFileSync } from 'node:fs'
import { readWhen } from '../src/core/document/when/read-when.ts'
import { foldTone, tidy } from '../src/core/text.ts'
import type { Comparison, Runner } from './comparison.ts'

const PHRASES = new URL('../test/fixtures/when/phrases.jsonl', import.meta.url)
const COUNT = 2000

/** As many as a long plan and its annexes have lines; another year each round. */
function phrases(): string[] {
  const rows = readFileSync(PHRASES, 'utf8').trim().split('\n')
  const texts = rows.map((row) => (JSON.parse(row) as { text: string }).text)
  return Array.from({ length: COUNT }, (_, i) => texts[i % texts.length] as string)
}

const eachPhrase = (read: (text: string, round: number) => unknown): Runner => {
  const texts = phrases()
  return {
    run: (round) => {
      for (const text of texts) read(text, round)
    },
  }
}

/** Letters made comparable and taken apart at spaces: what any reading begins with, and nothing more. */
const words = (text: string): string[] => foldTone(tidy(text)).split(' ')

export const whenPhrases: Comparison = {
  id: 'when',
  what: `${COUNT.toLocaleString('en')} phrases of frequency and time to normal form`,
  rounds: 15,
  goal: null,
  ours: { name: 'readWhen', open: () => eachPhrase((text, round) => readWhen(text, { year: 1980 + round })) },
  baseline: { name: 'the same phrases, folded and split into words', open: () => eachPhrase(words) },
}
