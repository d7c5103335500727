/** Files that are sent, and files that are asked for. */

import { type Attack, counted, daily, meanwhile, statuses } from './attack.ts'
import {
  anchors,
  type Bytes,
  deepTables,
  emptyPages,
  FAR_CELL,
  fullLog,
  manyParagraphs,
  oneCell,
  quotes,
  sharedText,
  unfolding,
} from './files.ts'
import { type House, YEAR } from './house.ts'
import { entities, loopingPdf, manyFields, oneLine, separators, tinyParts } from './odd-files.ts'

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
    // Made first: a connection that waits meanwhile would be closed.
    const [bytes, cookie] = [make(), await house.cookie()]
    return meanwhile(
      house,
      async () => `${bytes.length >> 10} KB: ${(await choose(house, cookie, bytes, name)).status}`,
    )
  },
})

const planFile = (what: string, name: string, make: () => Bytes): Attack => ({
  name: `${what}, signed in, as a plan`,
  bound: 'a process of its own, 30 s, 192 MB, caps of docs/gioi-han.md',
  run: async (house) => {
    // Made first: a connection that waits meanwhile would be closed.
    const [bytes, cookie] = [make(), await house.cookie()]
    return meanwhile(house, async () => {
      const body = new FormData()
      body.append('tep', new File([bytes], name))
      const init = { method: 'POST', headers: { cookie }, body, redirect: 'manual' as const }
      return `${bytes.length >> 10} KB: ${(await fetch(`${house.url}/ke-hoach/nhan`, init)).status}`
    })
  },
})

const visit = ({ url }: House, cookie: string, path: string): Promise<number> =>
  fetch(url + path, { headers: { cookie }, redirect: 'manual' }).then(async (answer) => {
    await answer.arrayBuffer()
    return answer.status
  })

export const ROWS: Attack[] = [
  {
    name: 'twenty Word reports of 1,095 slots at once',
    bound: 'a process of its own, one at a time, 24 wait',
    run: async (house) => {
      await house.ask('/api/v1/plans', daily(3))
      const cookie = await house.cookie()
      return meanwhile(house, async () => {
        const path = `/bao-cao/${YEAR}/Y/bao-cao.docx?keHoach=nhieu&coSo=ke-hoach`
        return counted(await Promise.all(Array.from({ length: 20 }, () => visit(house, cookie, path))))
      })
    },
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
  planFile('a Word file of 100,000 paragraphs', 'a.docx', manyParagraphs),
  planFile('a Word file of 50,000 tables in each other', 'a.docx', deepTables),
  planFile('a PDF of 10,000 empty pages', 'a.pdf', emptyPages),
  playFile('a workbook of one text of 60 MB in each of 50,000 cells', 'a.xlsx', sharedText),
  playFile('a cell of 10 MB', 'a.csv', oneCell),
  planFile('a Word file of entities ten times ten times ten of each other', 'a.docx', entities),
  planFile('a workbook of 60,000 empty parts', 'a.xlsx', tinyParts),
  playFile('a workbook of 60,000 empty parts', 'a.xlsx', tinyParts),
  planFile('a PDF whose pages and objects stand in themselves', 'a.pdf', loopingPdf),
  playFile('10 MB of separators', 'a.csv', separators),
  playFile('10 MB without an end of line', 'a.csv', oneLine),
  {
    name: 'a form of 100,000 empty parts where a play log is chosen, signed in',
    bound: '11 MB',
    run: async (house) => {
      const { body, type } = manyFields()
      const headers = { cookie: await house.cookie(), 'content-type': type }
      const send = () => fetch(`${house.url}/nhat-ky/nhap`, { method: 'POST', headers, body })
      return meanwhile(house, async () => statuses([await send()]))
    },
  },
  {
    name: 'lists of lists of lists as anchors of YAML',
    bound: 'a process of its own, 30 s, 192 MB',
    run: (house) =>
      meanwhile(house, async () =>
        statuses([await house.ask('/api/v1/plans', { method: 'POST', body: anchors() })]),
      ),
  },
  {
    name: 'the log of three years of 9,855 slots as CSV and workbook, five at once',
    bound: 'a process of its own, one at a time',
    run: async (house) => {
      await house.ask('/api/v1/plans', daily(27))
      const cookie = await house.cookie()
      return meanwhile(house, async () => {
        const paths = ['csv', 'xlsx', 'csv', 'csv', 'csv'].map(
          (kind) => `/nhat-ky.${kind}?from=${YEAR - 1}-01-01&to=${YEAR + 1}-12-30`,
        )
        return counted(await Promise.all(paths.map((path) => visit(house, cookie, path))))
      })
    },
  },
]
