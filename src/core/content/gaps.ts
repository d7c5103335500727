/** What a skeleton leaves to be filled in: a "…" that stands by itself, as no sentence ends. */
const GAP = /(?<![^\s*:])…(?![^\s*])/g

/** How many places of a text nobody filled in yet. */
export const gapsIn = (text: string): number => text.match(GAP)?.length ?? 0
