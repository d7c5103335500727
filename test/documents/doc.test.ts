import { expect, test } from 'vitest'
import { docPieces } from '../../src/documents/doc.ts'

test('rows of a .doc end with tab and line end; how many cells they have, they tell one another', () => {
  const body =
    'PHỤ LỤC\nTT\tNội dung\tThời gian\t\n1\tPhát tin\ncủa xã\tQuý I\t\n2\tTreo băng rôn\tQuý II\t\nHết bảng\nNơi nhận:'
  const told = docPieces(body).map(({ text, cell }) => (cell ? `${cell.row}.${cell.column} ${text}` : text))
  expect(told).toEqual([
    'PHỤ LỤC',
    '0.0 TT',
    '0.1 Nội dung',
    '0.2 Thời gian',
    '1.0 1',
    '1.1 Phát tin\ncủa xã',
    '1.2 Quý I',
    '2.0 2',
    '2.1 Treo băng rôn',
    '2.2 Quý II',
    'Hết bảng',
    'Nơi nhận:',
  ])
})
