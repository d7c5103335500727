/** What is said of an airing, held against its item and the languages that there are. */
import { type Making, madeOf, makingErrors } from '../core/making.ts'
import { invalid, type Problem } from '../core/problem.ts'
import { languages } from '../languages.ts'

/** A version in another language is an airing of its own: it is recorded on the obligation, never in its programme's slot. */
export const versionInSlot = (own: Making | null): { ok: false; problem: Problem } | null =>
  own?.versionOf
    ? invalid('Ghi nhận chưa đúng.', [
        {
          ...{ path: ['making', 'versionOf'], code: 'on-obligation' },
          message: 'bản tiếng khác là một lượt riêng: ghi trên nhiệm vụ, không ghi vào kỳ',
        },
      ])
    : null

/** Null where it can be kept. `item`: what the item says, which the airing need not say again. */
export function makingProblem(
  own: Making | null,
  item: Making | null,
): { ok: false; problem: Problem } | null {
  const errors = own && makingErrors(madeOf(own, item), languages)
  if (!errors?.length) return null
  return invalid(
    'Ghi nhận chưa đúng.',
    errors.map(({ field, code, message }) => ({ path: ['making', field], code, message })),
  )
}
