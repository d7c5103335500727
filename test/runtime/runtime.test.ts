import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildNode, buildWorker } from '../../scripts/build.ts'
import { adopt } from '../../src/actions/adopt.ts'
import { calendars } from '../../src/calendars.ts'
import { openNodeDb } from '../../src/node-db.ts'
import { startHranaServer } from '../support/hrana-server.ts'
import { addOfficer, addToken } from '../support/people.ts'
import { samplePlan } from '../support/plans.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { MONDAY } from '../support/test-house.ts'
import { OFFICER, QUESTIONS, type Question } from './questions.ts'
import { BASE_URL, type Running, startNode, startWorker } from './servers.ts'

const UNIT = 'xa-ngok-tu'
const AUTH_TOKEN = 'only-the-worker-knows'

/** A running server, and what its own database knows. */
type House = Running & { token: string; session: string }

/** Brings the schema up to date, adopts a plan, adds an officer and an API token: over HTTP as in a file. */
async function prepare(url: string, authToken?: string): Promise<Pick<House, 'token' | 'session'>> {
  const db = await openNodeDb({ DATABASE_URL: url, DATABASE_AUTH_TOKEN: authToken })
  try {
    await adopt(db, UNIT, samplePlan('ngok-tu-2025'), calendars, MONDAY)
    return { token: await addToken(db, UNIT, 'admin'), session: await addOfficer(db, UNIT, OFFICER) }
  } finally {
    db.$client.close()
  }
}

const opened = new AsyncDisposableStack()
let node: House
let worker: House

beforeAll(async () => {
  await Promise.all([buildNode(), buildWorker()])
  const folder = opened.use(await tempFolder())
  const file = `file:${join(folder.path, 'node.db')}`
  const hrana = await startHranaServer(join(folder.path, 'worker.db'), { authToken: AUTH_TOKEN })
  opened.defer(hrana.close)
  const secrets = { DATABASE_URL: hrana.url, DATABASE_AUTH_TOKEN: AUTH_TOKEN }
  node = { ...(await prepare(file)), ...opened.use(await startNode(file)) }
  worker = { ...(await prepare(hrana.url, AUTH_TOKEN)), ...opened.use(await startWorker(secrets)) }
})

afterAll(() => opened.disposeAsync())

async function ask(house: House, { path, method = 'GET', as, form, json }: Question) {
  const headers = new Headers({ origin: BASE_URL })
  if (as === 'token') headers.set('authorization', `Bearer ${house.token}`)
  if (as === 'session') headers.set('cookie', `nhip_song=${house.session}`)
  if (json) headers.set('content-type', 'application/json')
  const body = json ? JSON.stringify(json) : form && new URLSearchParams(form)
  return fetch(house.url + path, { method, headers, redirect: 'manual', ...(body && { body }) })
}

/** What must not differ: status, headers that mean something to a browser, and every byte of the body. */
async function answer(house: House, question: Question) {
  const response = await ask(house, question)
  const names = ['content-type', 'location', 'content-security-policy', 'www-authenticate']
  const headers = names.map((name) => [name, response.headers.get(name)])
  return { status: response.status, ...Object.fromEntries(headers), body: await response.text() }
}

test.each(QUESTIONS)('Node and workerd answer alike: $title', async (question) => {
  const [onNode, onWorker] = [await answer(node, question), await answer(worker, question)]
  expect(onNode).toMatchObject({ status: question.status, body: expect.stringMatching(question.says) })
  expect(onWorker).toEqual(onNode)
})

test.each([
  ['Node', () => node],
  ['workerd', () => worker],
])('a fact sent twice with one Idempotency-Key to %s is recorded once', async (_, house) => {
  const { url, token } = house()
  const path = `${url}/api/v1/slots/${encodeURIComponent('ngok-tu-2025:C.I.2.a:17')}/facts`
  const record = async () => {
    const response = await fetch(path, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': 'once',
      },
      body: JSON.stringify({ kind: 'aired', at: '2025-08-18T05:31:00+07:00', minutes: 15 }),
    })
    return { status: response.status, ...((await response.json()) as { fact: { id: string } }) }
  }
  const [first, second] = [await record(), await record()]
  expect([first.status, second.status]).toEqual([201, 201])
  expect(second.fact.id).toBe(first.fact.id)
})
