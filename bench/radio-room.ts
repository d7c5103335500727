/** The week sheet, and recording a fact, beside a static page from the same server in the same run. */
import type { Comparison, Runner, Side } from './comparison.ts'
import type { Ask } from './http-load.ts'
import { type House, openHouse } from './room-house.ts'

const COMMUNES = 3321
const WEEKS = 800
const FACTS = 200
/** The page at least a quarter of the static page's throughput. */
const GOAL = 0.25
/** The clauses of the bench's plan. */
const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR']

/** One server for both sides of a comparison: opened by the first that asks, closed with the last. */
function shared(communes: number) {
  let [opened, users] = [null as Promise<House> | null, 0]
  return {
    open: () => {
      users++
      opened ??= openHouse(communes)
      return opened
    },
    close: async () => {
      if (--users > 0) return
      const house = opened
      opened = null
      await (await house)?.close()
    },
  }
}

/** `each` is told the number of the request; no round repeats one of another. */
type Asking = (house: House, request: number) => Ask

const side = (
  name: string,
  { open, close }: ReturnType<typeof shared>,
  { requests, each, prepare }: Pick<Question, 'requests' | 'each' | 'prepare'>,
): Side => ({
  name,
  open: async (): Promise<Runner> => {
    const house = await open()
    const run = (round: number) =>
      house.connections.load({
        ...{ requests, path: name },
        each: (request) => each(house, round * requests + request),
      })
    return { run, prepare: () => prepare?.(house), peakKib: house.server.peakKib, close }
  },
})

type Question = {
  id: string
  what: string
  communes: number
  requests: number
  each: Asking
  /** Before each round. */
  prepare?: (house: House) => unknown
  goal?: number
}

function besideStatic({ id, what, communes, goal, ...question }: Question): Comparison {
  const house = shared(communes)
  return {
    ...{ id, what, rounds: 15, goal: goal ?? null },
    ours: side('the same server', house, question),
    baseline: side('static page of the same bytes', house, {
      ...question,
      each: ({ staticPage }) => staticPage,
    }),
  }
}

const IN_FILE = `, ${COMMUNES.toLocaleString('en')} communes in the file`

const week = { requests: WEEKS, each: ({ weekOf }: House) => weekOf(0), goal: GOAL }
const record = {
  requests: FACTS,
  each: ({ token }: House, request: number): Ask => ({
    path: `/api/v1/slots/${slotOf(request)}/facts`,
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': `bench-${request}` },
    json: { kind: 'note', note: `lần ${request}` },
  }),
}

/** All 250 by turns, so that no two requests under way meet on one. */
const slotOf = (request: number): string =>
  `thu-2026:C.I.2.${DAYS[request % 5]}:${String((Math.floor(request / 5) % 50) + 1).padStart(2, '0')}`

export const roomComparisons: Comparison[] = [
  besideStatic({ id: 'week', what: `${WEEKS} requests for the week sheet`, communes: 1, ...week }),
  besideStatic({
    id: 'week-country',
    what: `${WEEKS} requests for the week sheet${IN_FILE}`,
    communes: COMMUNES,
    ...week,
  }),
  besideStatic({
    id: 'week-each',
    what: `${WEEKS} requests, each for another commune’s week sheet`,
    communes: COMMUNES,
    requests: WEEKS,
    each: ({ weekOf }, request) => weekOf(request),
    prepare: ({ forget }) => forget(),
  }),
  besideStatic({
    id: 'record',
    what: `${FACTS} facts recorded, one transaction each`,
    communes: 1,
    ...record,
  }),
  besideStatic({
    id: 'record-country',
    what: `${FACTS} facts recorded${IN_FILE}`,
    communes: COMMUNES,
    ...record,
  }),
]
