/** "ít nhất 50% số xã", "từ 30% đến 50%": of several values the lowest is what must be reached. */
import { type Sentence, take } from './sentence.ts'

export type Measure = { value: number; unit: string; strict: boolean; from: number; text: string }

export const takeMeasures = (sentence: Sentence): Measure[] =>
  take(sentence, /(?<q>[abq]?)(?:f?n%[e-])?f?(?<n>n)%/dg, (match) => {
    const first = sentence.items.slice(match.from, match.to).find(({ letter }) => letter === 'n')
    if (first?.n === undefined) return null
    const strict = /^(?:trên|hơn)/.test(match.item('q')?.text ?? '')
    return { value: first.n, unit: '%', strict, from: match.from, text: match.text }
  })
