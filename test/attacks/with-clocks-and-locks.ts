/** Clocks, locks, and keys that are used twice. */
import { createClient } from '@libsql/client'
import { type Attack, json } from './attack.ts'
import { type House, YEAR } from './house.ts'

async function slotOf({ ask }: House, index: number): Promise<string> {
  const { slots } = (await (await ask('/api/v1/slots')).json()) as { slots: { id: string }[] }
  return `/api/v1/slots/${encodeURIComponent(slots[index]?.id ?? '')}`
}

export const ROWS: Attack[] = [
  {
    name: 'another program holds the write lock',
    bound: 'health within 1 s, a write answers within 2 s',
    run: async (house) => {
      const path = await slotOf(house, 0)
      const other = createClient({ url: `file:${house.file}` })
      const lock = await other.transaction('write')
      const began = performance.now()
      const [health, write] = await Promise.all([
        house.ask('/healthz').then(({ status }) => ({ status, ms: performance.now() - began })),
        house.ask(`${path}/facts`, json({ kind: 'note', note: 'x' })).then(({ status, headers }) => ({
          ...{ status, retry: headers.get('retry-after'), ms: performance.now() - began },
        })),
      ])
      await lock.rollback()
      other.close()
      return {
        holds:
          health.status === 200 &&
          health.ms < 1000 &&
          write.status === 503 &&
          write.retry !== null &&
          write.ms < 2000,
        saw: `healthz ${health.status} after ${Math.round(health.ms)} ms, write ${write.status} after ${Math.round(write.ms)} ms`,
      }
    },
  },
  {
    name: 'an idempotency key used for something else',
    bound: 'bound to author, address and body',
    run: async (house) => {
      const send = async (index: number, note: string) => {
        const { headers, ...rest } = json({ kind: 'note', note })
        const path = await slotOf(house, index)
        return house.ask(`${path}/facts`, { ...rest, headers: { ...headers, 'idempotency-key': 'k' } })
      }
      const answers = [await send(0, 'a'), await send(0, 'a'), await send(0, 'b'), await send(1, 'a')]
      const told = answers.map(({ status }) => status)
      return { holds: told.join() === '201,201,422,422', saw: told.join(', ') }
    },
  },
  {
    name: 'one beat two years ahead',
    bound: '90 days after the last beat nothing is done',
    run: async (house) => {
      house.cli('tick', '--now', `${YEAR}-03-02T08:00:00+07:00`)
      const said = house.cli('tick', '--now', `${YEAR + 2}-12-05T08:00:00+07:00`)
      const { plans } = (await (await house.ask('/api/v1/plans')).json()) as { plans: { year: number }[] }
      const { status } = (await (await house.ask('/healthz')).json()) as { status: string }
      const holds = plans.every(({ year }) => year === YEAR) && status === 'attention'
      return { holds, saw: `${said.slice(0, 48)}…; health ${status}` }
    },
  },
]
