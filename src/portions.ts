/**
 * Long work is done in steps, and others have the loop's turn between two of them (`turns.ts`): so a page of ten thousand
 * rows holds nobody else for longer than one of a few hundred.
 */

/** Lets others have the loop's turn. */
export type Breathe = () => Promise<void>

/** Where nobody else waits for it. */
export const withoutBreath: Breathe = async () => undefined

/** Work that stops wherever others may have their turn, and ends with what it made. */
export type Steps<T> = Generator<void, T>

export async function inSteps<T>(steps: Steps<T>, breathe: Breathe): Promise<T> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    await breathe()
  }
}

/** So many rows take some ten milliseconds to judge, to put into words or to write. */
const AT_ONCE = 500

/** What `work` makes of a list, portion by portion. A list of one portion is one step. */
export function* portions<T, R>(
  list: readonly T[],
  work: (portion: readonly T[]) => readonly R[],
  atOnce = AT_ONCE,
): Steps<R[]> {
  const made: R[][] = []
  for (let at = 0; at < list.length; at += atOnce) {
    if (at > 0) yield
    made.push([...work(list.slice(at, at + atOnce))])
  }
  return made.flat()
}

export const inPortions = <T, R>(
  list: readonly T[],
  breathe: Breathe,
  ...how: [work: (portion: readonly T[]) => readonly R[], atOnce?: number]
): Promise<R[]> => inSteps(portions(list, ...how), breathe)
