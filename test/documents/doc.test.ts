import { expect, test } from 'vitest'
import { docPieces } from '../../src/documents/doc-tables.ts'

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

test('a head of two rows in a .doc: a cell over two columns, others over both rows; a group over the whole width', () => {
  const body =
    'TT\tNội dung\tPhân công\tThời gian\t\n\t\tChủ trì\tPhối hợp\t\t\nI\tTruyền thanh\t\n1\tPhát tin\tVăn phòng\t\tQuý I\t\n2\tTreo pano\t\tCác thôn\tQuý II\t\n'
  const cells = docPieces(body).map(({ text, cell, continues }) => [
    `${cell?.row}.${cell?.column}x${cell?.span}`,
    continues ?? (cell?.maybeMerged ? '?' : text),
  ])
  expect(cells).toEqual([
    ...[
      ['0.0x1', 'TT'],
      ['0.1x1', 'Nội dung'],
      ['0.2x2', 'Phân công'],
      ['0.4x1', 'Thời gian'],
    ],
    ...[
      ['1.0x1', 0],
      ['1.1x1', 1],
      ['1.2x1', 'Chủ trì'],
      ['1.3x1', 'Phối hợp'],
      ['1.4x1', 3],
    ],
    ...[
      ['2.0x1', 'I'],
      ['2.1x4', 'Truyền thanh'],
    ],
    ...[
      ['3.0x1', '1'],
      ['3.1x1', 'Phát tin'],
      ['3.2x1', 'Văn phòng'],
      ['3.3x1', '?'],
      ['3.4x1', 'Quý I'],
    ],
    ...[
      ['4.0x1', '2'],
      ['4.1x1', 'Treo pano'],
      ['4.2x1', '?'],
      ['4.3x1', 'Các thôn'],
      ['4.4x1', 'Quý II'],
    ],
  ])
})

test('words between two tables of a .doc are no cell, however alike the tables are', () => {
  const body = 'TT\tNội dung\t\n1\tPhát tin\t\nII. TRỰC QUAN\nTT\tNội dung\t\n1\tTreo pano\t\n'
  expect(docPieces(body).map(({ text, cell }) => (cell ? `${cell.table}:${text}` : text))).toEqual([
    ...['0:TT', '0:Nội dung', '0:1', '0:Phát tin'],
    ...['II. TRỰC QUAN', '1:TT', '1:Nội dung', '1:1', '1:Treo pano'],
  ])
})
