import { describe, expect, test } from 'vitest'
import {
  markdownHtml,
  markdownText,
  readAloud,
  refusedWords,
  sentencesHtml,
} from '../../src/templates/markdown.ts'

test.each([
  ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
  ['[x](javascript:alert(1))', '[x](javascript:alert(1))'],
  ['[x](JaVaScRiPt:alert(1))', '[x](JaVaScRiPt:alert(1))'],
  ['[x](data:text/html,1)', '[x](data:text/html,1)'],
  ['[x](&#106;avascript:alert(1))', '[x](&amp;#106;avascript:alert(1))'],
  ['<javascript:alert(1)>', '&lt;javascript:alert(1)&gt;'],
  ['[x](/duyet)', '[x](/duyet)'],
])('%s is shown as plain letters', (text, shown) => {
  expect(markdownHtml(text)).toBe(`<p>${shown.replace('&amp;#106;', '&#106;').replace('&#106;', 'j')}</p>\n`)
})

test('what an office writes is set: headings below the page’s own, lists, links to web pages', () => {
  expect(markdownHtml('## Mở đầu\n\n**Đậm** và [trang](https://a.vn)\n\n- một')).toBe(
    '<h4>Mở đầu</h4>\n<p><strong>Đậm</strong> và <a href="https://a.vn" rel="noreferrer nofollow">trang</a></p>\n' +
      '<ul>\n<li>một</li>\n</ul>\n',
  )
})

describe('marks that an office types without thinking of Markdown stay what they are', () => {
  test.each([
    ['a product', '2*3*4 mét, a*b*c và 5**2**3'],
    ['a footnote', 'Tổng (*) gồm cả thôn (**); (*) chưa kiểm tra'],
    ['stars of hotels', 'khách sạn 5*, 4* và 3*'],
    ['brackets around a product', '(2+1)*3*(4)'],
    ['more than a share', '&gt;15% so với cùng kỳ'],
    ['the same with a space', '&gt; 15% so với cùng kỳ'],
    ['a source in brackets', '[Nguồn]: https://a.vn'],
  ])('%s', (_, shown) => {
    expect(markdownHtml(shown.replaceAll('&gt;', '>'))).toBe(`<p>${shown}</p>\n`)
  })
  test.each([
    ['a tab', '\tBà con chú ý. Mưa lớn\nkéo dài.'],
    ['four spaces', '    Bà con chú ý. Mưa lớn\n    kéo dài.'],
  ])('a paragraph that begins with %s is prose', (_, text) => {
    expect(markdownHtml(text)).toBe('<p>Bà con chú ý. Mưa lớn<br>\nkéo dài.</p>\n')
  })
  test('a line of dashes under a title makes it no heading', () => {
    expect(markdownHtml('Tin xã\n===\nMột.')).toBe('<p>Tin xã<br>\n===<br>\nMột.</p>\n')
  })
  test('a line of waves hides nothing that follows', () => {
    expect(markdownHtml('Một\n\n~~~\nHai *ba*')).toBe('<p>Một</p>\n<p>~~~<br>\nHai <em>ba</em></p>\n')
  })
  test.each([
    ['* Lưu ý', '<ul class="by-stars">\n<li>Lưu ý</li>\n</ul>\n'],
    ['+ Chỉ tiêu', '<ul class="by-plus">\n<li>Chỉ tiêu</li>\n</ul>\n'],
  ])('the line “%s” keeps its mark', (text, shown) => {
    expect(markdownHtml(text)).toBe(shown)
  })
  test('and what is meant as Markdown is set', () => {
    expect(markdownHtml('*(Nhạc hiệu)* **Đậm**chữ, *nghiêng*.')).toBe(
      '<p><em>(Nhạc hiệu)</em> <strong>Đậm</strong>chữ, <em>nghiêng</em>.</p>\n',
    )
  })
})

test('the words alone, without headings and directions where it is read aloud', () => {
  const text = '## Đài hiệu\n\n*(Nhạc hiệu, 10 giây)*\n\nĐây là **Đài** truyền thanh.\n\n- Một'
  expect([markdownText(text), readAloud(text)]).toEqual([
    'Đài hiệu\n(Nhạc hiệu, 10 giây)\nĐây là Đài truyền thanh.\nMột',
    'Đây là Đài truyền thanh.\nMột',
  ])
})

test('a direction within a line is not read aloud either', () => {
  expect(readAloud('Xin nhắc lại. *(Đọc lại một lần.)*\n\n*(Một câu.)* Bà con *(ai?)* đến xã *(nào).')).toBe(
    'Xin nhắc lại.\nBà con  đến xã *(nào).',
  )
})

test('the announcer gets each sentence as a block of its own, marks inside of words left alone', () => {
  expect(sentencesHtml('Một câu. Hai 2.5 câu! **Ba**.')).toBe(
    '<p><span class="sentence">Một câu.</span> <span class="sentence">Hai 2.5 câu!</span> <span class="sentence"><strong>Ba</strong>.</span></p>\n',
  )
})

test('a script typed line by line keeps its lines, on the page and for the announcer', () => {
  const script = 'Thưa bà con.\nNgày mai mưa to. **Xin\nở nhà.**\n\n- Một\n  và hai'
  const list = '<ul>\n<li>Một<br>\nvà hai</li>\n</ul>\n'
  expect(markdownHtml(script)).toBe(
    `<p>Thưa bà con.<br>\nNgày mai mưa to. <strong>Xin<br>\nở nhà.</strong></p>\n${list}`,
  )
  const sentence = (words: string) => `<span class="sentence">${words}</span>`
  expect(sentencesHtml(script)).toBe(
    `<p>${sentence('Thưa bà con.')}<br>\n${sentence('Ngày mai mưa to.')} <strong>Xin<br>\nở nhà.</strong></p>\n` +
      `<ul>\n<li>${sentence('Một')}<br>\n${sentence('và hai')}</li>\n</ul>\n`,
  )
  expect(readAloud(script)).toBe('Thưa bà con.\nNgày mai mưa to. Xin\nở nhà.\nMột\nvà hai')
})

test('the writer is told what will not work, and nothing where all does', () => {
  expect([
    refusedWords('<b>a</b>'),
    refusedWords('[x](javascript:1)'),
    refusedWords('[x](https://a.vn) 3 < 5 **b**'),
  ]).toEqual([
    'Bài có thẻ HTML: chỉ hiện như chữ thường, không chạy.',
    'Bài có liên kết không phải địa chỉ web: chỉ hiện như chữ thường, không chạy.',
    null,
  ])
})
