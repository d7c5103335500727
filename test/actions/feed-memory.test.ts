import { expect, test } from 'vitest'
import { type Body, recallBody, recallSeal, remember, type Seal } from '../../src/actions/feed-memory.ts'

const MIB = 1024 * 1024
const seal = (version: string, validUntil = 1000): Seal => ({
  version,
  etag: `"${version}"`,
  changedAt: 0,
  validUntil,
})
const body = (bytes = 10): Body => ({ plain: new Uint8Array(bytes), zipped: null })

test('what was built of this version is found, of another one not', () => {
  const one = seal('v1')
  remember('a', one, body())
  expect([recallSeal('a', 'v1', 0), recallSeal('a', 'v2', 0), recallSeal('b', 'v1', 0)]).toEqual([
    one,
    null,
    null,
  ])
})

test('until the instant at which it changes by itself', () => {
  const one = seal('v1', 1000)
  remember('until', one, body())
  expect([recallSeal('until', 'v1', 999), recallSeal('until', 'v1', 1000)]).toEqual([one, null])
})

test('a newer version takes the place of the one before', () => {
  const [old, young] = [seal('v1'), seal('v2')]
  const kept = body()
  remember('place', old, body())
  remember('place', young, kept)
  expect([recallBody('place', old), recallBody('place', young)]).toEqual([null, kept])
})

test('bodies make room for each other, the one longest unused first; what answers 304 stays', () => {
  const seals = ['r1', 'r2', 'r3', 'r4'].map((key) => [key, seal(key)] as const)
  for (const [key, one] of seals.slice(0, 3)) remember(key, one, body(9 * MIB))
  const [[, first]] = seals as [(typeof seals)[0]]
  expect(recallBody('r1', first)).not.toBeNull()
  const [key, fourth] = seals[3] as (typeof seals)[0]
  remember(key, fourth, body(9 * MIB))
  expect(
    seals.map(([name, one]) => [recallSeal(name, name, 0) === one, recallBody(name, one) !== null]),
  ).toEqual([
    [true, true],
    [true, false],
    [true, true],
    [true, true],
  ])
})
