import { expect, test } from 'vitest'
import { Busy } from '../src/core/busy.ts'
import { loopTurns } from '../src/turns.ts'

const turns = (mostWaiting = 100) => loopTurns(mostWaiting, setImmediate)

test('who brought one does not wait for all twenty of somebody else', async () => {
  const { begin } = turns()
  const begun: string[] = []
  const come = (lane: string, name: string) => begin(lane).then(() => begun.push(name))
  await Promise.all([...['a1', 'a2', 'a3'].map((name) => come('a', name)), come('b', 'b1'), come('c', 'c1')])
  expect(begun).toEqual(['a1', 'b1', 'c1', 'a2', 'a3'])
})

test('each begins in a turn of its own, in which what came in meanwhile gets its place', async () => {
  const { begin } = turns()
  const begun: string[] = []
  const come = (lane: string, name: string) => begin(lane).then(() => begun.push(name))
  let late: Promise<unknown> = Promise.resolve()
  const first = begin('a').then(() => {
    begun.push('a1')
    late = come('b', 'b1')
  })
  await Promise.all([first, come('a', 'a2'), come('a', 'a3')])
  await late
  expect(begun).toEqual(['a1', 'a2', 'b1', 'a3'])
})

test('a heavy one lets others have their turn, and is done before the next of its lane begins', async () => {
  const { begin, goOn } = turns()
  const begun: string[] = []
  const heavy = async (name: string) => {
    await begin('a')
    begun.push(`${name} begins`)
    await goOn('a')
    begun.push(`${name} ends`)
  }
  const two = [heavy('a1'), heavy('a2')]
  await begin('b').then(() => begun.push('b1'))
  await Promise.all(two)
  expect(begun).toEqual(['a1 begins', 'b1', 'a1 ends', 'a2 begins', 'a2 ends'])
})

test('when too many wait the next one is told to come back, and what goes on is not', async () => {
  const { begin, goOn } = turns(2)
  const [first, second] = [begin('a'), begin('b')]
  const refused = await begin('c').catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(Busy)
  await Promise.all([first, second, goOn('a')])
  await begin('c')
})

test('when it is full, whoever has most in line loses their last one to somebody who has none', async () => {
  const { begin, goOn } = turns(3)
  const come = (lane: string, name: string) =>
    begin(lane).then(
      () => name,
      (error: unknown) => error,
    )
  const all = [come('a', 'a1'), come('a', 'a2'), come('a', 'a3'), come('b', 'b1'), come('b', 'b2')]
  expect(await Promise.all([...all, goOn('a')])).toEqual([
    'a1',
    'a2',
    expect.any(Busy),
    'b1',
    expect.any(Busy),
    undefined,
  ])
})

test('what is half done is never refused', async () => {
  const { begin, goOn } = turns(2)
  const halfDone = [goOn('a'), goOn('a')]
  expect(await begin('b').catch((error: unknown) => error)).toBeInstanceOf(Busy)
  await Promise.all(halfDone)
})
