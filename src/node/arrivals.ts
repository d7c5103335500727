/**
 * Whoever knocks is let in before the next request begins. The loop lets in one connection a turn: behind two thousand
 * requests of a few milliseconds each, whoever came last would wait for all of them before being heard at all.
 */

/** So many are let in between two requests, which takes some ten milliseconds. */
const AT_ONCE = 50

export type Arrivals = {
  /** Somebody was let in. */
  note: () => void
  /** Calls back once nobody knocks any more, or enough were let in. */
  later: (serve: () => void) => void
}

export function arrivals(next: (look: () => void) => unknown = setImmediate): Arrivals {
  let seen = false
  return {
    note: () => {
      seen = true
    },
    later: (serve) => {
      const look = (left: number) => () => {
        if (!seen || left === 0) return serve()
        seen = false
        next(look(left - 1))
      }
      seen = false
      next(look(AT_ONCE))
    },
  }
}
