import { once } from 'node:events'
import { expect, test } from 'vitest'
import { calendars } from '../../src/calendars.ts'
import { openNodeDb } from '../../src/node/db.ts'
import { listFacts } from '../../src/store/facts.ts'
import { adopt } from '../support/adopt.ts'
import { addToken } from '../support/people.ts'
import { planData, planOf } from '../support/plans.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { MONDAY } from '../support/test-house.ts'
import { startNode } from './servers.ts'

const UNIT = 'xa-thu'
const MARKS = 200
/** The plug is pulled when so many marks were answered. */
const ANSWERED_BEFORE = 40

/** A slot every day, all of them past. */
const daily = planOf(
  planData(
    {
      kind: 'rate',
      rrule: `FREQ=DAILY;COUNT=${MARKS}`,
      time: '05:30',
      window: { from: '2025-01-01', to: '2025-12-31' },
    },
    { inForceFrom: '2025-01-01' },
  ),
)
const slotIds = Array.from({ length: MARKS }, (_, i) => `thu-2025:A.1:${String(i + 1).padStart(2, '0')}`)

type Answer = { slotId: string; factId: string | null }

/** Marks a slot as aired. `factId` null: nobody answered, or not with success. */
async function mark(url: string, token: string, slotId: string): Promise<Answer> {
  const response = await fetch(`${url}/api/v1/slots/${encodeURIComponent(slotId)}/facts`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': `tick-${slotId}`,
    },
    body: JSON.stringify({ kind: 'aired' }),
  }).catch(() => null)
  if (response?.status !== 201) return { slotId, factId: null }
  const answer = (await response.json().catch(() => null)) as { fact: { id: string } } | null
  return { slotId, factId: answer?.fact.id ?? null }
}

/** What the file holds, read by a process that had nothing to do with it: `[slot, fact]`, and what SQLite says of it. */
async function inFile(databaseUrl: string) {
  const db = await openNodeDb({ DATABASE_URL: databaseUrl, DATABASE_AUTH_TOKEN: undefined })
  try {
    const facts = await listFacts(db, UNIT)
    const { rows } = await db.$client.execute('PRAGMA integrity_check')
    return { facts: facts.map(({ slotId, id }) => [slotId, id]), integrity: rows.map((row) => row[0]) }
  } finally {
    db.$client.close()
  }
}

test(`killed under ${MARKS} concurrent marks, the server kept each that it answered, and none twice`, async () => {
  await using folder = await tempFolder()
  const databaseUrl = `file:${folder.path}/kill.db`
  const db = await openNodeDb({ DATABASE_URL: databaseUrl, DATABASE_AUTH_TOKEN: undefined })
  await adopt(db, UNIT, daily, calendars, MONDAY)
  const token = await addToken(db, UNIT)
  db.$client.close()

  const first = await startNode(databaseUrl, 'scripts/run.ts')
  const answered = new EventTarget()
  let successes = 0
  const marks = slotIds.map(async (slotId) => {
    const answer = await mark(first.url, token, slotId)
    if (answer.factId && ++successes === ANSWERED_BEFORE) answered.dispatchEvent(new Event('enough'))
    return answer
  })
  await once(answered, 'enough')
  await first.pullPlug()
  const kept = (await Promise.all(marks)).filter(({ factId }) => factId !== null)
  const after = await inFile(databaseUrl)

  expect(kept.length).toBeGreaterThanOrEqual(ANSWERED_BEFORE)
  expect(after.integrity).toEqual(['ok'])
  expect(after.facts).toEqual(expect.arrayContaining(kept.map(({ slotId, factId }) => [slotId, factId])))
  expect(new Set(after.facts.map(([slotId]) => slotId)).size).toBe(after.facts.length)

  await using second = await startNode(databaseUrl, 'scripts/run.ts')
  const again = await Promise.all(slotIds.map((slotId) => mark(second.url, token, slotId)))
  const everything = await inFile(databaseUrl)
  const bySlot = (a: (string | null)[], b: (string | null)[]) => String(a[0]).localeCompare(String(b[0]))
  // Each mark is there once: what was answered before the plug was pulled kept the fact that it was answered with.
  expect(everything.facts.toSorted(bySlot)).toEqual(
    again.map(({ slotId, factId }) => [slotId, factId]).toSorted(bySlot),
  )
  expect(everything.facts).toEqual(expect.arrayContaining(after.facts))
  expect(everything.integrity).toEqual(['ok'])
})
