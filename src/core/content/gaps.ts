import type { ItemText } from './item.ts'

/** What a skeleton leaves to be filled in: a "…" that stands by itself, as no sentence ends. */
const GAP = /(?<![^\s*:])…(?![^\s*])/g

/** How many places of a text nobody filled in yet. */
export const gapsIn = (text: string): number => text.match(GAP)?.length ?? 0

type Written = Pick<ItemText, 'body' | 'loudspeaker' | 'portal' | 'social'>

/** In the text and in what is said of it elsewhere. */
export const gapsOf = ({ body, loudspeaker, portal, social }: Written): number =>
  gapsIn([body, loudspeaker, portal, social].join('\n'))
