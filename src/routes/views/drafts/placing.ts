/** The page on which hours are found: each programme with its hour, ticked where another is looked for. */
import type { Arranged } from '../../../actions/arrange.ts'
import type { FormField } from '../../../core/form/field.ts'
import type { Filled } from '../../../core/form/filled.ts'
import type { Problem } from '../../../core/problem.ts'
import { countedNoun, ruleWords } from '../../../core/words/rule-words.ts'
import type { DraftForm, PlacingView } from '../../../templates/draft-views.ts'
import type { Say } from '../../../templates/views.ts'
import { fieldView } from '../form/field.ts'
import { say } from '../say.ts'

export type PlacingQuestion = DraftForm & {
  arranged: Arranged
  filled: Filled
  /** True once hours were looked for. */
  looked: boolean
  problem: Problem | null
}

const KEEPS: FormField = {
  name: 'giu-ngay',
  label: 'Giữ nguyên thứ và ngày đã chọn, chỉ tìm giờ',
  control: { kind: 'tick' },
}

export function placingView({ arranged, filled, looked, problem, ...form }: PlacingQuestion): PlacingView {
  const { rates, found, left, wanting } = arranged
  const ticked = new Set(filled.all('xep'))
  return {
    ...form,
    say: sayPlacing(arranged, looked),
    rows: rates.map((obligation) => {
      const { id, clause, title, quote, cadence } = obligation
      const missed = left.get(id)
      const remedy = missed?.remedy ? ` Muốn vừa thì ${missed.remedy.words}.` : ''
      return {
        tick: { value: id, checked: ticked.has(id), words: `${clause} ${title}` },
        now: `${ruleWords(cadence, countedNoun(quote))}${wanting.includes(id) ? '. Đang trùng giờ hoặc ngoài buổi phát' : ''}`,
        found: found.get(id)?.why ?? null,
        left: missed ? `${missed.why}${remedy}` : null,
      }
    }),
    keeps: fieldView(KEEPS, filled, problem),
    looked: looked && found.size > 0,
  }
}

function sayPlacing({ stations, wanting, found, left }: Arranged, looked: boolean): Say[] {
  if (!stations.length)
    return [say('Đơn vị chưa đặt giờ phát của đài.', 'ask'), say('Đặt giờ phát', 'plain', '/dai')]
  if (looked)
    return [
      say(`Tìm được giờ cho ${found.size} chương trình.`, 'strong'),
      ...(left.size ? [say(`${left.size} chương trình chưa có chỗ.`, 'ask')] : []),
    ]
  if (!wanting.length) return [say('Không chương trình nào trùng giờ hoặc ra ngoài buổi phát.')]
  return [
    say(`${wanting.length} chương trình trùng giờ hoặc ra ngoài buổi phát, đã chọn sẵn.`, 'ask'),
    say('Chương trình không chọn giữ nguyên giờ.'),
  ]
}
