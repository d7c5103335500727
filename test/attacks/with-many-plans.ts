/** An office with ten plans of 1,460 slots each, eleven months of which nobody has confirmed. */
import { createClient } from '@libsql/client'
import { type Attack, drained, json, meanwhile, statuses } from './attack.ts'
import { type House, YEAR } from './house.ts'

const PLANS = 10

/** Four programmes a day, each plan at a quarter of an hour of its own. */
const plan = (n: number) =>
  json({
    ...{ id: `ke-hoach-${n}`, title: `Kế hoạch ${n}`, unit: { code: 'x', name: 'x' }, year: YEAR },
    obligations: [5, 11, 17, 20].map((hour, i) => ({
      ...{ id: `A.${i}`, title: `Bản tin ${n}.${i}`, channels: ['loudspeaker'], quote: 'mỗi ngày' },
      cadence: {
        ...{ kind: 'rate', rrule: 'FREQ=DAILY;COUNT=365', declared: 365 },
        time: `${String(hour).padStart(2, '0')}:${String(n * 5).padStart(2, '0')}`,
      },
    })),
  })

/** The cookie of somebody who signed in. */
export async function filled(house: House): Promise<string> {
  for (let n = 0; n < PLANS; n++) await house.ask('/api/v1/plans', plan(n))
  return house.cookie()
}

const PATHS = [
  `/tuan/${YEAR}-W48`,
  `/thang/${YEAR}-11`,
  `/nam/${YEAR}`,
  '/tong-quan',
  `/chi-tieu/${YEAR}`,
  '/chua-xac-nhan',
  '/ke-hoach',
  `/bao-cao/${YEAR}/Y`,
  `/bao-cao/${YEAR}/Y/bao-cao.docx`,
  `/bao-cao/${YEAR}/Y/bao-cao.xlsx`,
  `/bao-cao/${YEAR}/Y/bao-cao.csv`,
  `/nhat-ky.csv?from=${YEAR}-01-01&to=${YEAR}-12-31`,
]

/** What a person's browser sends as a form. */
const posted = (fields: [string, string][], cookie: string): RequestInit => ({
  ...{ method: 'POST', headers: { cookie }, redirect: 'manual' },
  body: new URLSearchParams(fields),
})

/** Ticks what the page of a month offers, most at a time. Answers the status, and the address of what was recorded. */
async function tickMonth({ url }: House, cookie: string, month: string) {
  const page = await fetch(`${url}/ghi-loat?thang=${month}`, { headers: { cookie } }).then((answer) =>
    answer.text(),
  )
  const key = /name="khoa" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const slots = [...page.matchAll(/name="khung" value="([^"]+)"/g)].map(([, id]) => id ?? '').slice(0, 400)
  const fields = [['khoa', key], ...slots.map((id) => ['khung', id])] as [string, string][]
  const answer = await fetch(`${url}/ghi-loat`, posted(fields, cookie))
  return {
    status: answer.status,
    count: slots.length,
    at: answer.headers.get('location')?.replace(/\?.*/, '') ?? '',
  }
}

/** As if Monday morning and the first of a month had come since; somebody wants to hear of both. Answers once it is done. */
async function mondayComes(house: House): Promise<string> {
  const db = createClient({ url: `file:${house.file}` })
  const [now, since] = [Date.now(), Date.now() - 40 * 86_400_000]
  await db.batch(
    [
      `INSERT INTO notice_settings (unit, user_id, email, kinds, changed_at, confirmed_at)
        SELECT unit, id, 'lan@nhip.test', '["pace","month"]', ${now}, ${now} FROM users`,
      `UPDATE turns SET since = ${since}, due_at = 0 WHERE job IN ('pace', 'month')`,
    ],
    'write',
  )
  const isDone = async () =>
    (await db.execute(`SELECT 1 FROM turns WHERE job IN ('pace', 'month') AND since <= ${since}`)).rows
      .length === 0
  while (!(await isDone())) await new Promise((next) => setTimeout(next, 500))
  const { rows } = await db.execute("SELECT count(*) AS n FROM messages WHERE template IN ('pace', 'month')")
  db.close()
  return `${rows[0]?.n} letters`
}

export const ROWS: Attack[] = [
  ...PATHS.map((path) => ({
    name: `ten plans of 1,460 slots: ${path}, by five at once`,
    bound: 'in steps of a turn',
    run: async (house: House) => {
      const headers = { cookie: await filled(house) }
      const one = () => fetch(house.url + path, { headers }).then(drained)
      return meanwhile(house, async () => statuses(await Promise.all(Array.from({ length: 5 }, one))))
    },
  })),
  {
    name: 'ten plans of 1,460 slots: a calendar of all of them, by five at once',
    bound: '1 MB, in steps of a turn',
    run: async (house) => {
      await filled(house)
      const made = (await (await house.ask('/api/v1/feeds', json({ name: 'Loa' }))).json()) as { url: string }
      const path = new URL(made.url).pathname
      const one = (alarm: number) => fetch(`${house.url}${path}?alarm=${alarm}`).then(drained)
      return meanwhile(house, async () => statuses(await Promise.all([1, 2, 3, 4, 5].map(one))))
    },
  },
  {
    name: 'ten plans of 1,460 slots: the beat of a Monday and a first of the month',
    bound: 'in steps of a turn',
    beat: 'on',
    run: async (house) => {
      await filled(house)
      return meanwhile(house, () => mondayComes(house))
    },
  },
  {
    name: 'ten plans of 1,460 slots: five months are ticked, 400 slots of each, and taken back',
    bound: '400 slots at once',
    run: async (house) => {
      const cookie = await filled(house)
      return meanwhile(house, async () => {
        const ticked = []
        for (const month of ['01', '02', '03', '04', '05'])
          ticked.push(await tickMonth(house, cookie, `${YEAR}-${month}`))
        const back = []
        for (const { at } of ticked) back.push(await fetch(`${house.url}${at}/hoan-tac`, posted([], cookie)))
        return `${ticked.map(({ status, count }) => `${status} (${count})`).join(', ')}; ${statuses(back)}`
      })
    },
  },
]
