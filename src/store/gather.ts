/** Questions that arrive in the same turn of the event loop, answered by one query. */
type Waiting<V> = { key: string; resolve: (value: V | undefined) => void; reject: (error: unknown) => void }

/** After the requests that are already there; Workers serve one request at a time and may lack it. */
export const soon: (run: () => void) => void =
  typeof setImmediate === 'function' ? setImmediate : queueMicrotask

/** `ask` gets each key once and answers a map; what it leaves out is answered with undefined. */
export function gather<V>(ask: (keys: string[]) => Promise<ReadonlyMap<string, V>>) {
  let waiting: Waiting<V>[] = []
  const answerAll = async () => {
    const asked = waiting
    waiting = []
    try {
      const values = await ask([...new Set(asked.map(({ key }) => key))])
      for (const { key, resolve } of asked) resolve(values.get(key))
    } catch (error) {
      for (const { reject } of asked) reject(error)
    }
  }
  return (key: string): Promise<V | undefined> =>
    new Promise((resolve, reject) => {
      if (waiting.push({ key, resolve, reject }) === 1) soon(answerAll)
    })
}
