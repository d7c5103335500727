/** `npm run attack`: what others' bugs and attackers do, against the built program, with what bounds it. */
import { createClient } from '@libsql/client'
import { strToU8, zipSync } from 'fflate'
import { buildNode } from '../../scripts/build.ts'
import { type House, house, longestWait, YEAR } from './house.ts'

/** Another visitor waits at most so long, milliseconds, whatever one does. */
const MOST_WAIT = 500
const MOST_MEMORY_MB = 600

type Seen = { holds: boolean; saw: string }
type Attack = { name: string; bound: string; run: (house: House) => Promise<Seen> }

const json = (body: object) => ({
  ...{ method: 'POST', body: JSON.stringify(body) },
  headers: { 'content-type': 'application/json' },
})

const daily = (duties: number) =>
  json({
    ...{ id: 'nhieu', title: 'Nhiều', unit: { code: 'x', name: 'x' }, year: YEAR },
    obligations: Array.from({ length: duties }, (_, i) => ({
      ...{ id: `A.${i}`, title: 'Bản tin', channels: ['loudspeaker'], quote: 'mỗi ngày' },
      cadence: { kind: 'rate', rrule: 'FREQ=DAILY;COUNT=365', time: '05:30' },
    })),
  })

/** Somebody else visits meanwhile. */
async function meanwhile(house: House, attack: () => Promise<string>): Promise<Seen> {
  let saw = ''
  const wait = await longestWait(house, async () => {
    saw = await attack()
  })
  const memory = house.memory() ?? 0
  return {
    holds: house.alive() && wait < MOST_WAIT && memory < MOST_MEMORY_MB,
    saw: `${saw}; others waited ${wait} ms, ${memory} MB`,
  }
}

const statuses = (answers: Response[]): string =>
  [...Map.groupBy(answers, ({ status }) => status)]
    .map(([status, all]) => `${all.length} × ${status}`)
    .join(', ')

const cell = '<c r="XFD1048576"><v>1</v></c>'
const FAR_CELL = zipSync({
  'xl/worksheets/sheet1.xml': strToU8(
    `<worksheet><sheetData><row r="1048576">${cell}</row></sheetData></worksheet>`,
  ),
  'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="a" sheetId="1"/></sheets></workbook>'),
})

const upload = (house: House, bytes: Uint8Array<ArrayBuffer>) =>
  house.ask('/api/v1/plans', { method: 'POST', body: bytes })

async function slotOf({ ask }: House, index: number): Promise<string> {
  const { slots } = (await (await ask('/api/v1/slots')).json()) as { slots: { id: string }[] }
  return `/api/v1/slots/${encodeURIComponent(slots[index]?.id ?? '')}`
}

const ATTACKS: Attack[] = [
  {
    name: 'twenty Word reports of 1,095 slots at once',
    bound: 'a process of its own, one at a time, 24 wait',
    run: async (house) => {
      await house.ask('/api/v1/plans', daily(3))
      return meanwhile(house, async () => {
        const path = `/bao-cao/${YEAR}/Y/bao-cao.docx?keHoach=nhieu&coSo=ke-hoach`
        const answers = await Promise.all(Array.from({ length: 20 }, () => house.ask(path)))
        await Promise.all(answers.map((answer) => answer.arrayBuffer()))
        return statuses(answers)
      })
    },
  },
  {
    name: 'a plan of 20,075 slots',
    bound: '10,000 slots',
    run: (house) => meanwhile(house, async () => statuses([await house.ask('/api/v1/plans', daily(55))])),
  },
  {
    name: 'a megabyte of brackets and commas for a plan',
    bound: 'a process of its own, 30 s, 256 MB',
    run: (house) =>
      meanwhile(house, async () =>
        statuses([await upload(house, new Uint8Array(Buffer.from(`a: [${','.repeat(1_000_000)}]`)))]),
      ),
  },
  {
    name: 'a workbook of one cell at XFD1048576, sent as a plan and as bytes',
    bound: 'a process of its own, caps of docs/gioi-han.md',
    run: (house) => meanwhile(house, async () => statuses([await upload(house, new Uint8Array(FAR_CELL))])),
  },
  {
    name: 'another program holds the write lock',
    bound: 'reads go on, a write answers within 2 s',
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
        holds: health.status === 200 && write.status === 503 && write.retry !== null && write.ms < 2000,
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

await buildNode()
let failed = 0
for (const { name, bound, run } of ATTACKS) {
  await using attacked = await house()
  const { holds, saw } = await run(attacked)
  if (!holds) failed++
  const row = `| ${name} | ${bound} | ${saw} | ${holds ? 'hold' : 'FAILS'} |`
  console.log(row)
}
process.exitCode = failed ? 1 : 0
