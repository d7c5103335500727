import { expect, test } from 'vitest'
import { helpers } from '../../src/templates/helpers.ts'

const whole = (title: string) => helpers.whole(title).toString()

test.each([
  [
    'Nghị quyết số 57-NQ/TW của Bộ Chính trị',
    'Nghị quyết số <span class="whole">57-NQ/TW</span> của Bộ Chính trị',
  ],
  ['09/2019/NĐ-CP', '<span class="whole">09/2019/NĐ-CP</span>'],
  ['Ngày 10/10, 10–15 phút, quý 3 - 4', 'Ngày 10/10, 10–15 phút, quý 3 - 4'],
  ['<b>"1-A"</b>', '&lt;b&gt;&quot;<span class="whole">1-A</span>&quot;&lt;/b&gt;'],
])('of %j no line breaks a number, and nothing of it becomes markup', (title, html) => {
  expect(whole(title)).toBe(html)
})

test.each([
  ['25/31?', '25/<wbr>31?'],
  ['1/2?', '1/2?'],
  ['<12/30', '&lt;12/<wbr>30'],
])('%j breaks behind its stroke, if at all', (text, html) => {
  expect(helpers.share(text).toString()).toBe(html)
})
