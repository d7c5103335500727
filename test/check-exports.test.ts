import { expect, test } from 'vitest'
import { exportErrors, readFiles } from '../scripts/check-exports.ts'

const slot = `export const isOpen = () => true
export async function find() {}
export type Slot = { id: string }
const hidden = 1
export { hidden, type Slot as Other }
`

const errorsBeside = (text: string) =>
  exportErrors(
    new Map([
      ['src/core/slot.ts', slot],
      ['test/core/slot.test.ts', text],
    ]),
  )

test('a value that no other file imports is told, with its file', () => {
  expect(errorsBeside('')).toEqual([
    'src/core/slot.ts: nobody imports isOpen',
    'src/core/slot.ts: nobody imports find',
    'src/core/slot.ts: nobody imports hidden',
  ])
})

test.each([
  `import { find, hidden, isOpen as open } from '../../src/core/slot.ts'`,
  `import {\n  find,\n  hidden,\n  isOpen,\n  type Slot,\n} from '../../src/core/slot.ts'`,
  `export { find, hidden, isOpen } from '../../src/core/slot.ts'`,
  `import * as slot from '../../src/core/slot.ts'`,
  `const slot = await import('../../src/core/slot.ts')`,
])('it is used by: %s', (text) => {
  expect(errorsBeside(text)).toEqual([])
})

test('nothing in the program is exported for nobody', () => {
  expect(exportErrors(readFiles())).toEqual([])
})
