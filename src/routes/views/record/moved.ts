/** Where somebody comes back to after a move: the address names the slot, so that the page says what moved. */
export const MOVED = 'vuaDoi'

/** Whatever move it told of before. */
export function afterMove(back: string, slotId: string): string {
  const url = new URL(back, 'http://here.invalid')
  url.searchParams.set(MOVED, slotId)
  return url.pathname + url.search + url.hash
}
