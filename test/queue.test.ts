import { describe, expect, test, vi } from 'vitest'
import { Busy } from '../src/core/busy.ts'
import { noQueue, queue, sharing } from '../src/queue.ts'

/** A job that ends when it is told to. */
function job() {
  let end = () => {}
  const ended = new Promise<void>((done) => {
    end = done
  })
  return { end, ended }
}

test('so many are served at once, so many wait, and the next one is told when to come back', async () => {
  const enter = queue({ atOnce: 1, waiting: 2, retryAfterSeconds: 20 })
  const first = job()
  const served: string[] = []
  const come = (name: string) =>
    enter(name, async () => {
      served.push(name)
      await first.ended
      return name
    })
  const three = [come('a'), come('b'), come('c')]
  const refused = await come('d').catch((error: unknown) => error)
  expect([served, refused]).toEqual([['a'], expect.any(Busy)])
  expect(refused).toMatchObject({ retryAfterSeconds: 20 })
  first.end()
  expect([await Promise.all(three), served]).toEqual([
    ['a', 'b', 'c'],
    ['a', 'b', 'c'],
  ])
  expect(await come('e')).toBe('e')
})

test('who brought one does not wait for all twenty of somebody else', async () => {
  const enter = queue({ atOnce: 1, waiting: 20, retryAfterSeconds: 20 })
  const first = job()
  const served: string[] = []
  const come = (lane: string, name: string) =>
    enter(lane, async () => {
      served.push(name)
      if (name === 'a1') await first.ended
    })
  const all = [come('a', 'a1'), come('a', 'a2'), come('a', 'a3'), come('b', 'b1'), come('c', 'c1')]
  first.end()
  await Promise.all(all)
  expect(served).toEqual(['a1', 'a2', 'b1', 'c1', 'a3'])
})

test('a job that throws takes nobody else’s turn', async () => {
  const enter = queue({ atOnce: 1, waiting: 20, retryAfterSeconds: 20 })
  const [thrown, after] = await Promise.allSettled([
    enter('a', () => Promise.reject(new Error('a bug'))),
    enter('a', async () => 'served'),
  ])
  expect([thrown.status, after]).toEqual(['rejected', { status: 'fulfilled', value: 'served' }])
})

test('what is heavy takes more of the place, and no lane takes more than its share', async () => {
  const enter = queue({ atOnce: 10, perLane: 6, waiting: 20, retryAfterSeconds: 20 })
  const first = job()
  const begun: string[] = []
  const come = (lane: string, name: string, weight: number) =>
    enter(
      lane,
      async () => {
        begun.push(name)
        await first.ended
      },
      weight,
    )
  const all = [come('a', 'a1', 6), come('a', 'a2', 1), come('b', 'b1', 4), come('b', 'b2', 1)]
  expect(begun).toEqual(['a1', 'b1'])
  first.end()
  await Promise.all(all)
  expect(begun.toSorted()).toEqual(['a1', 'a2', 'b1', 'b2'])
})

test('what is heavier than all of it is served, alone', async () => {
  const enter = queue({ atOnce: 10, perLane: 6, waiting: 20, retryAfterSeconds: 20 })
  expect(await enter('a', async () => 'served', 50)).toBe('served')
})

test('when it is full, whoever has most in line loses their last one to somebody who has none', async () => {
  const enter = queue({ atOnce: 1, waiting: 3, retryAfterSeconds: 20 })
  const first = job()
  const come = (lane: string, name: string) =>
    enter(lane, () => first.ended.then(() => name)).catch((error: Busy) => error)
  const all = [come('a', 'a1'), come('a', 'a2'), come('a', 'a3'), come('a', 'a4')]
  const others = [come('b', 'b1'), come('b', 'b2')]
  first.end()
  expect(await Promise.all(all)).toEqual(['a1', 'a2', 'a3', expect.any(Busy)])
  expect(await Promise.all(others)).toEqual(['b1', expect.any(Busy)])
})

test('who has waited for so long is told so, and whoever waits beside them goes on', async () => {
  vi.useFakeTimers()
  const enter = queue({ atOnce: 1, waiting: 9, retryAfterSeconds: 20, patienceMs: 45_000 })
  const [first, second] = [job(), job()]
  const begun = enter('a', () => first.ended)
  const waits = enter('a', () => second.ended).catch((error: unknown) => error)
  vi.advanceTimersByTime(44_000)
  const later = enter('a', async () => 'served')
  vi.advanceTimersByTime(1000)
  expect(await waits).toBeInstanceOf(Busy)
  first.end()
  await begun
  expect(await later).toBe('served')
  expect(vi.getTimerCount()).toBe(0)
  vi.useRealTimers()
})

describe('what many ask for', () => {
  test('is made once for all who asked before it was begun, and again for whoever came later', async () => {
    const share = sharing(queue({ atOnce: 1, waiting: 9, retryAfterSeconds: 20 }))
    const first = job()
    let made = 0
    const ask = (key: string) =>
      share('xa', key, async () => {
        made++
        const which = made
        await first.ended
        return `${key}${which}`
      })
    const answers = [ask('a'), ask('a'), ask('b'), ask('a'), ask('b')]
    first.end()
    expect(await Promise.all(answers)).toEqual(['a1', 'a2', 'b3', 'a2', 'b3'])
  })

  test('and was refused or failed is made anew for who asks again', async () => {
    const share = sharing(queue({ atOnce: 1, waiting: 1, retryAfterSeconds: 20 }))
    const first = job()
    const begun = share('xa', 'a', () => first.ended)
    const failing = share('xa', 'b', () => Promise.reject(new Error('broken')))
    const full = await share('xa', 'c', async () => 'c').catch((error: unknown) => error)
    expect(full).toBeInstanceOf(Busy)
    first.end()
    await begun
    await expect(failing).rejects.toThrow('broken')
    expect([await share('xa', 'b', async () => 'b'), await share('xa', 'c', async () => 'c')]).toEqual([
      'b',
      'c',
    ])
  })

  test('without a queue each makes its own', async () => {
    const share = sharing(noQueue)
    const [a, b] = [share('xa', 'k', async () => 1), share('xa', 'k', async () => 2)]
    expect([await a, await b]).toEqual([1, 2])
  })
})
