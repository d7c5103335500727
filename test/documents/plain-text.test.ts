import { expect, test } from 'vitest'
import { textSource } from '../../src/documents/plain-text.ts'
import { readDocument } from '../../src/documents/read.ts'

const utf16 = (text: string): Uint8Array => Uint8Array.from([0xff, 0xfe, ...Buffer.from(text, 'utf16le')])
const eightBits = (text: string): Uint8Array =>
  Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)))

const TCVN3 = 'KÕ ho¹ch tuyªn truyÒn c¶i c¸ch hµnh chÝnh'
const VNI = 'Keá hoaïch tuyeân truyeàn caûi caùch haønh chính, thôøi gian thöïc hieän'

test.each([
  ['UTF-8', new TextEncoder().encode('Kế hoạch'), 'Kế hoạch', null],
  ['UTF-8 with its mark', new TextEncoder().encode('\ufeffKế hoạch'), 'Kế hoạch', null],
  ['UTF-16', utf16('Kế hoạch'), 'Kế hoạch', null],
  ['the 8 bits of TCVN3', eightBits(TCVN3), 'Kế hoạch tuyên truyền cải cách hành chính', 'tcvn3'],
  [
    'TCVN3 saved as Unicode',
    new TextEncoder().encode(TCVN3),
    'Kế hoạch tuyên truyền cải cách hành chính',
    'tcvn3',
  ],
  [
    'VNI',
    new TextEncoder().encode(VNI),
    'Kế hoạch tuyên truyền cải cách hành chính, thời gian thực hiện',
    'vni',
  ],
] as const)('%s is read', async (_, bytes, text, converted) => {
  expect(await readDocument(bytes)).toMatchObject({ kind: 'text', text, converted })
})

test('rows of bars are tables, a page number between them ends none', async () => {
  const text = 'Phụ lục\n| TT | Việc |\n|---|---|\n| 1 | Phát tin |\n\n2\n| 2 | Treo |\nHết'
  const source = await readDocument(new TextEncoder().encode(text))
  if ('code' in source) throw new Error(source.code)
  const told = source.blocks.map(({ from, to, cell }) => [
    cell && `${cell.table}/${cell.row}/${cell.column}`,
    source.text.slice(from, to),
  ])
  expect(told).toEqual([
    [null, 'Phụ lục'],
    ['0/0/0', ' TT '],
    ['0/0/1', ' Việc '],
    ['0/1/0', ' 1 '],
    ['0/1/1', ' Phát tin '],
    [null, '2'],
    ['0/2/0', ' 2 '],
    ['0/2/1', ' Treo '],
    [null, 'Hết'],
  ])
})

test('rows that are pasted with tabs are a table, a letterhead of two columns is none, however many lines there are', () => {
  const cellsOf = (text: string) =>
    textSource(text).blocks.map(({ cell }) => cell && `${cell.table}/${cell.row}/${cell.column}`)
  expect(cellsOf('TT\tViệc\tHạn\nI\tPhát thanh\n1\tTin\tQuý I\n2\tBài\tQuý II\nHết').slice(0, 6)).toEqual([
    ...['0/0/0', '0/0/1', '0/0/2'],
    ...['0/1/0', '0/1/1', '0/2/0'],
  ])
  expect(cellsOf('UBND XÃ\tCỘNG HÒA\nSố: 1\tĐộc lập\nXã A\tngày 1')).toEqual([null, null, null])
  expect(cellsOf('a\tb\tc\n'.repeat(300_000))).toHaveLength(900_000)
})
