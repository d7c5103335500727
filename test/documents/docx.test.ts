import { expect, test } from 'vitest'
import { readDocument } from '../../src/documents/read.ts'
import { cell, docxOf, numbered, paragraph, tableOf } from '../support/documents.ts'

const textOf = async (bytes: Uint8Array): Promise<string> => {
  const source = await readDocument(bytes)
  return 'code' in source ? source.code : source.text
}

const level = (i: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`
const OUTLINE = `<w:abstractNum w:abstractNumId="7">${level(0, 'upperRoman', '%1.')}${level(1, 'decimal', '%2.')}${level(2, 'lowerLetter', '%3)')}${level(3, 'bullet', '·')}${level(4, 'decimal', '%2.%5.')}</w:abstractNum>`
const numbering = (...lists: string[]) => ({
  'numbering.xml': `<w:numbering>${OUTLINE}${lists.join('')}</w:numbering>`,
})
const list = (id: number, override = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="7"/>${override}</w:num>`

test('automatic numbers are counted as Word shows them: deeper levels begin anew, a list continued elsewhere goes on', async () => {
  const body = [
    numbered('Mục đích', 1),
    numbered('Yêu cầu chung', 1, 1),
    numbered('Ý nhỏ', 1, 2),
    numbered('Ý nữa', 1, 2),
    paragraph('Lời dẫn'),
    numbered('Điểm sau', 1, 1),
    numbered('Ý đầu', 1, 2),
    numbered('Gạch', 1, 3),
    numbered('Nhiệm vụ', 2),
    numbered('Việc', 2, 1),
    numbered('Việc con', 2, 4),
  ].join('')
  expect(await textOf(docxOf(body, numbering(list(1), list(2))))).toBe(
    'I. Mục đích\n1. Yêu cầu chung\na) Ý nhỏ\nb) Ý nữa\nLời dẫn\n2. Điểm sau\na) Ý đầu\n- Gạch\nII. Nhiệm vụ\n1. Việc\n1.1. Việc con',
  )
})

test('a list that starts over has its own start, once', async () => {
  const again = list(3, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride>')
  const body = [numbered('Một', 1), numbered('Hai', 1), numbered('Bốn', 3), numbered('Năm', 3)].join('')
  expect(await textOf(docxOf(body, numbering(list(1), again)))).toBe('I. Một\nII. Hai\nIV. Bốn\nV. Năm')
})

test('numbers come from styles too, and a paragraph may take them off', async () => {
  const styles = `<w:styles><w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="MucCon"><w:basedOn w:val="Muc"/></w:style></w:styles>`
  const body = [
    paragraph('Theo kiểu', '<w:pStyle w:val="MucCon"/>'),
    paragraph('Bỏ số', '<w:pStyle w:val="MucCon"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
  ].join('')
  const parts = { ...numbering(list(1)), 'styles.xml': styles }
  expect(await textOf(docxOf(body, parts))).toBe('I. Theo kiểu\nBỏ số')
})

test('cells of a table know their place, merged ones their words', async () => {
  const down = '<w:vMerge w:val="restart"/>'
  const body = tableOf(
    [cell('TT'), cell('Nội dung'), cell('Phân công', '<w:gridSpan w:val="2"/>')],
    [cell(numbered('', 1, 1)), cell('Việc một'), cell('Văn phòng', down), cell('Quý I')],
    [
      cell(numbered('', 1, 1)),
      cell(paragraph('Việc hai') + paragraph('dòng nữa')),
      cell('', '<w:vMerge/>'),
      cell('Quý II'),
    ],
  )
  const source = await readDocument(docxOf(body, numbering(list(1))))
  if ('code' in source) throw new Error(source.code)
  expect(
    source.blocks.map(({ from, to, cell: at }) => [
      at?.row,
      at?.column,
      at?.span,
      source.text.slice(from, to),
    ]),
  ).toEqual([
    [0, 0, 1, 'TT'],
    [0, 1, 1, 'Nội dung'],
    [0, 2, 2, 'Phân công'],
    [1, 0, 1, '1.'],
    [1, 1, 1, 'Việc một'],
    [1, 2, 1, 'Văn phòng'],
    [1, 3, 1, 'Quý I'],
    [2, 0, 1, '2.'],
    [2, 1, 1, 'Việc hai\ndòng nữa'],
    [2, 2, 1, 'Văn phòng'],
    [2, 3, 1, 'Quý II'],
  ])
})

test('what was deleted, hidden or stands in a text box or a field is no part of the text; what was inserted is', async () => {
  const run = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`
  const body = `<w:p>${run('Kế hoạch ')}<w:del>${run('cũ')}</w:del><w:ins>${run('mới')}</w:ins>${run('ẩn', '<w:vanish/>')}<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:pict><w:txbxContent>${paragraph('DẤU')}</w:txbxContent></w:pict></w:r></w:p>`
  expect(await textOf(docxOf(body))).toBe('Kế hoạch mới')
})

test('runs in an old font become Unicode beside runs that are', async () => {
  const old = '<w:rFonts w:ascii=".VnTime"/>'
  const loud = '<w:rFonts w:ascii=".VnTimeH"/>'
  const body = `<w:p><w:r><w:rPr>${loud}</w:rPr><w:t>KÕ ho¹ch</w:t></w:r><w:r><w:rPr>${old}</w:rPr><w:t> tuyªn truyÒn</w:t></w:r><w:r><w:t> năm 2026</w:t></w:r></w:p>`
  const source = await readDocument(docxOf(body))
  expect(source).toMatchObject({ text: 'KẾ HOẠCH tuyên truyền năm 2026', converted: 'tcvn3' })
})
