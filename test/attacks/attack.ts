/** What an attack is, and what somebody else meets with meanwhile. */
import { type House, strain, YEAR } from './house.ts'

/** Another visitor waits at most so long, milliseconds, whatever one does. */
const MOST_WAIT = 500
const MOST_MEMORY_MB = 600

export type Seen = { holds: boolean; saw: string }
/** `beat`: the server does its jobs each minute meanwhile. */
export type Attack = { name: string; bound: string; beat?: 'on'; run: (house: House) => Promise<Seen> }

export const json = (body: object) => ({
  ...{ method: 'POST', body: JSON.stringify(body) },
  headers: { 'content-type': 'application/json' },
})

export const daily = (obligations: number, title = 'Nhiều') =>
  json({
    ...{ id: 'nhieu', title, unit: { code: 'x', name: 'x' }, year: YEAR },
    obligations: Array.from({ length: obligations }, (_, i) => ({
      ...{ id: `A.${i}`, title: 'Bản tin', channels: ['loudspeaker'], quote: 'mỗi ngày' },
      cadence: { kind: 'rate', rrule: 'FREQ=DAILY;COUNT=365', time: '05:30' },
    })),
  })

/** Somebody else visits meanwhile; signed in, where the attack comes from the same address. */
export async function meanwhile(house: House, attack: () => Promise<string>, cookie = ''): Promise<Seen> {
  let saw = ''
  const { wait, memory } = await strain(house, cookie, async () => {
    saw = await attack()
  })
  return {
    holds: house.alive() && wait < MOST_WAIT && memory < MOST_MEMORY_MB,
    saw: `${saw}; others waited ${wait} ms, ${memory} MB`,
  }
}

export async function drained(answer: Response): Promise<Response> {
  await answer.arrayBuffer()
  return answer
}

export const statuses = (answers: Response[]): string => counted(answers.map(({ status }) => status))

/** "20 × 200" */
export const counted = (codes: number[]): string =>
  [...Map.groupBy(codes, (code) => code)].map(([code, all]) => `${all.length} × ${code}`).join(', ')
