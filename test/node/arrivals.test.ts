import { expect, test } from 'vitest'
import { arrivals } from '../../src/node/arrivals.ts'

/** A loop whose turns are taken by hand. */
function hand() {
  const line: (() => void)[] = []
  const come = arrivals((look) => line.push(look))
  const served: string[] = []
  come.later(() => served.push('served'))
  const turn = (knocks: boolean) => {
    if (knocks) come.note()
    line.shift()?.()
    return served.length
  }
  return { turn }
}

test('where nobody knocks the next request begins in the next turn', () => {
  expect(hand().turn(false)).toBe(1)
})

test('who knocks is let in before it begins, each in a turn of their own', () => {
  const { turn } = hand()
  expect([turn(true), turn(true), turn(false)]).toEqual([0, 0, 1])
})

test('those who never stop knocking keep nobody for ever', () => {
  const { turn } = hand()
  const turns = Array.from({ length: 60 }, () => turn(true))
  expect(turns.indexOf(1)).toBe(50)
})
