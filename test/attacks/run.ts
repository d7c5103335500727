/** `npm run attack`: what others' bugs and attackers do, against the built program, with what bounds it. */
import { createClient } from '@libsql/client'
import { buildNode } from '../../scripts/build.ts'
import { type Bytes, FAR_CELL, fullLog, quotes, unfolding } from './files.ts'
import { type House, house, strain, YEAR } from './house.ts'
import { pipelined } from './pipelined.ts'

/** Another visitor waits at most so long, milliseconds, whatever one does. */
const MOST_WAIT = 500
const MOST_MEMORY_MB = 600

type Seen = { holds: boolean; saw: string }
type Attack = { name: string; bound: string; run: (house: House) => Promise<Seen> }

const json = (body: object) => ({
  ...{ method: 'POST', body: JSON.stringify(body) },
  headers: { 'content-type': 'application/json' },
})

const daily = (duties: number, title = 'Nhiều') =>
  json({
    ...{ id: 'nhieu', title, unit: { code: 'x', name: 'x' }, year: YEAR },
    obligations: Array.from({ length: duties }, (_, i) => ({
      ...{ id: `A.${i}`, title: 'Bản tin', channels: ['loudspeaker'], quote: 'mỗi ngày' },
      cadence: { kind: 'rate', rrule: 'FREQ=DAILY;COUNT=365', time: '05:30' },
    })),
  })

/** Somebody else visits meanwhile. */
async function meanwhile(house: House, attack: () => Promise<string>): Promise<Seen> {
  let saw = ''
  const { wait, memory } = await strain(house, async () => {
    saw = await attack()
  })
  return {
    holds: house.alive() && wait < MOST_WAIT && memory < MOST_MEMORY_MB,
    saw: `${saw}; others waited ${wait} ms, ${memory} MB`,
  }
}

const statuses = (answers: Response[]): string =>
  [...Map.groupBy(answers, ({ status }) => status)]
    .map(([status, all]) => `${all.length} × ${status}`)
    .join(', ')

/** What a person who is signed in chooses at /nhat-ky/nhap. Answers where the browser is sent, if it is. */
async function choose({ url }: House, cookie: string, bytes: Bytes, name: string) {
  const body = new FormData()
  body.append('tep', new File([bytes], name))
  const headers = { cookie }
  const answer = await fetch(`${url}/nhat-ky/nhap`, { method: 'POST', headers, body, redirect: 'manual' })
  return { status: answer.status, to: answer.headers.get('location') ?? '' }
}

const playFile = (what: string, name: string, make: () => Bytes): Attack => ({
  name: `${what}, signed in, as a play log`,
  bound: 'a process of its own, 30 s, 192 MB, caps of docs/gioi-han.md',
  run: async (house) => {
    const [cookie, bytes] = [await house.cookie(), make()]
    return meanwhile(
      house,
      async () => `${bytes.length >> 10} KB: ${(await choose(house, cookie, bytes, name)).status}`,
    )
  },
})

const visit = ({ url }: House, cookie: string, path: string): Promise<number> =>
  fetch(url + path, { headers: { cookie } }).then(async (answer) => {
    await answer.arrayBuffer()
    return answer.status
  })

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
    bound: 'a process of its own, 30 s, 192 MB',
    run: (house) =>
      meanwhile(house, async () =>
        statuses([
          await house.ask('/api/v1/plans', { method: 'POST', body: `a: [${','.repeat(1_000_000)}]` }),
        ]),
      ),
  },
  {
    name: 'a workbook of one cell at XFD1048576, sent as a plan',
    bound: 'a process of its own, 30 s, 192 MB',
    run: (house) =>
      meanwhile(house, async () =>
        statuses([await house.ask('/api/v1/plans', { method: 'POST', body: FAR_CELL })]),
      ),
  },
  playFile('a workbook of one cell at XFD1048576', 'a.xlsx', () => FAR_CELL),
  playFile('a workbook that unfolds to 120 MB', 'a.xlsx', unfolding),
  playFile('10 MB of quotation marks', 'a.csv', quotes),
  {
    name: 'a log of 100,000 rows is chosen, and compared with the plan',
    bound: 'a process of its own, 100,000 rows',
    run: async (house) => {
      await house.ask('/api/v1/plans', daily(27))
      const [cookie, bytes] = [await house.cookie(), fullLog(YEAR)]
      return meanwhile(house, async () => {
        const { status, to } = await choose(house, cookie, bytes, 'a.csv')
        const page = to.replace(/\/cot$/, '')
        return `${status}, ${await visit(house, cookie, to)}, ${await visit(house, cookie, page)}`
      })
    },
  },
  {
    name: 'a plan of 9,855 slots is adopted, and adopted again with other words',
    bound: '10,000 slots',
    run: (house) =>
      meanwhile(house, async () => {
        const first = await house.ask('/api/v1/plans', daily(27))
        return statuses([first, await house.ask('/api/v1/plans', daily(27, 'Khác'))])
      }),
  },
  {
    name: 'the log of three years of 9,855 slots as CSV and workbook, five at once',
    bound: 'a process of its own, one at a time',
    run: async (house) => {
      await house.ask('/api/v1/plans', daily(27))
      return meanwhile(house, async () => {
        const paths = ['csv', 'xlsx', 'csv', 'csv', 'csv'].map(
          (kind) => `/nhat-ky.${kind}?from=${YEAR - 1}-01-01&to=${YEAR + 1}-12-30`,
        )
        const answers = await Promise.all(paths.map((path) => house.ask(path)))
        await Promise.all(answers.map((answer) => answer.arrayBuffer()))
        return statuses(answers)
      })
    },
  },
  ...['/api', '/dang-nhap', '/api/openapi.json'].map((path) => ({
    name: `3,000 requests for ${path} on one connection, unread and unsigned`,
    bound: 'one after the other, 20 wait on a connection',
    run: (house: House) => meanwhile(house, () => pipelined(house.url, path, 3000)),
  })),
  {
    name: '200 connections with 100 requests each, unsigned',
    bound: 'one after the other, 20 wait on a connection',
    run: (house) =>
      meanwhile(house, async () => {
        const all = await Promise.all(
          Array.from({ length: 200 }, () => pipelined(house.url, '/api/openapi.json', 100)),
        )
        return [...Map.groupBy(all, (said) => said)]
          .map(([said, those]) => `${those.length} × ${said}`)
          .join(', ')
      }),
  },
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

await buildNode()
// Words of the command line choose among them: `npm run attack -- "play log"`.
const [only = ''] = process.argv.slice(2)
let failed = 0
for (const { name, bound, run } of ATTACKS.filter((attack) => attack.name.includes(only))) {
  await using attacked = await house()
  const { holds, saw } = await run(attacked)
  if (!holds) failed++
  const row = `| ${name} | ${bound} | ${saw} | ${holds ? 'hold' : 'FAILS'} |`
  console.log(row)
}
process.exitCode = failed ? 1 : 0
