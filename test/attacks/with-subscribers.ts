/** Calendar programs that fetch large feeds, all at one moment. */
import { type Attack, counted, json, meanwhile } from './attack.ts'
import type { House } from './house.ts'
import { filled } from './with-many-plans.ts'

const SUBSCRIBERS = 200
const RECORDS_EVERY_MS = 100
/** Each asks of another moment, between which something was recorded. */
const APART_MS = 150
const PATIENCE_MS = 90_000

/** Where each of them fetches. */
async function subscribed({ ask }: House): Promise<string[]> {
  const paths: string[] = []
  for (let n = 0; n < SUBSCRIBERS; n++) {
    const made = await ask('/api/v1/feeds', json({ name: `Loa ${n}` }))
    paths.push(new URL(((await made.json()) as { url: string }).url).pathname)
  }
  return paths
}

/** Records notes, one slot after the other, until the answer is called. Answers how many were taken. */
async function recording({ ask }: House): Promise<() => Promise<number>> {
  const { slots } = (await (await ask('/api/v1/slots')).json()) as { slots: { id: string }[] }
  let [over, taken] = [false, 0]
  const all = (async () => {
    for (let n = 0; !over; n++) {
      const path = `/api/v1/slots/${encodeURIComponent(slots[n % slots.length]?.id ?? '')}/facts`
      const { status } = await ask(path, json({ kind: 'note', note: `lần ${n}` }))
      if (status === 201) taken++
      await new Promise((next) => setTimeout(next, RECORDS_EVERY_MS))
    }
  })()
  return async () => {
    over = true
    await all
    return taken
  }
}

/** The status; 0 for who heard nothing in time, or was refused without a word of when to come back. */
async function fetched(url: string): Promise<number> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) })
    await answer.arrayBuffer()
    return answer.status === 503 && !answer.headers.has('retry-after') ? 0 : answer.status
  } catch {
    return 0
  }
}

const row = (name: string, query: (n: number) => string): Attack => ({
  name: `ten plans of 1,460 slots: 200 subscribers fetch three times${name} while something is recorded each 100 ms`,
  bound: 'one calendar is made at a time, for all who asked before it was begun',
  run: async (house) => {
    await filled(house)
    const paths = await subscribed(house)
    const codes: number[] = []
    const seen = await meanwhile(house, async () => {
      const began = performance.now()
      const end = await recording(house)
      await Promise.all(
        paths.map(async (path, n) => {
          await new Promise((next) => setTimeout(next, n * APART_MS))
          for (let time = 0; time < 3; time++) codes.push(await fetched(house.url + path + query(n)))
        }),
      )
      const seconds = Math.round((performance.now() - began) / 1000)
      return `${counted(codes)} in ${seconds} s, ${await end()} recorded`
    })
    return { ...seen, holds: seen.holds && codes.every((code) => code === 200 || code === 503) }
  },
})

export const ROWS: Attack[] = [row('', () => ''), row(', each with another alarm,', (n) => `?alarm=${n}`)]
