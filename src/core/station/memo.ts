/** Answers that are kept: the same question is answered from memory, of the last few hundred that were asked. */
const SIZE = 500

export function memo<Q, A>(keyOf: (question: Q) => string, answer: (question: Q) => A): (question: Q) => A {
  const known = new Map<string, A>()
  return (question) => {
    const key = keyOf(question)
    const there = known.get(key)
    if (there !== undefined) return there
    const found = answer(question)
    if (known.size >= SIZE) known.delete(known.keys().next().value as string)
    known.set(key, found)
    return found
  }
}
