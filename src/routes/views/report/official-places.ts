/** Where an office speaks officially, as a page: how often it posted in each, one more or one less, or the whole list. */
import type { CountedPlaces } from '../../../actions/places.ts'
import type { FormField } from '../../../core/form/field.ts'
import { type Filled, filledOf } from '../../../core/form/filled.ts'
import type { Problem } from '../../../core/problem.ts'
import { type OfficialPlace, PLACE_FIELDS, placesText } from '../../../core/record/official-place.ts'
import { PLACE_KIND_NAMES, PLACE_KINDS } from '../../../core/record/place-kind.ts'
import { figure } from '../../../core/words/figures.ts'
import { rangeInWords } from '../../../core/words/words.ts'
import type { PlacesView } from '../../../templates/pay-views.ts'
import type { Frame } from '../../../templates/views.ts'
import { fieldView } from '../form/field.ts'
import { say } from '../say.ts'

export const PLACES = '/bao-cao/noi-dang'

const LIST: FormField = {
  name: 'noi',
  label: 'Danh sách, mỗi dòng một nơi',
  hint: 'loại; tên; địa chỉ. Ví dụ: Zalo; Zalo OA của xã; https://zalo.me/123. Lượt đăng có tên này, hoặc có đường dẫn dưới địa chỉ này, được tính cho nơi này.',
  control: { kind: 'area', rows: 6 },
}

const ONE: readonly FormField[] = [
  {
    ...{ name: PLACE_FIELDS.kind, label: 'Loại nơi đăng' },
    control: {
      kind: 'select',
      options: PLACE_KINDS.map((value) => ({ value, words: PLACE_KIND_NAMES[value] })),
    },
  },
  { name: PLACE_FIELDS.name, label: 'Tên', hint: 'Ví dụ: Zalo OA của xã', control: { kind: 'line' } },
  {
    ...{ name: PLACE_FIELDS.address, label: 'Địa chỉ', hint: 'Bắt đầu bằng https://' },
    control: { kind: 'line' },
  },
]

/** The one place whose address is everybody's: a main channel beside the portal (NĐ 224/2026, Điều 10). */
const VNEID: OfficialPlace = { kind: 'vneid', name: 'VNeID', address: 'https://vneid.gov.vn/' }

/** Wrong in a field of the form, by the name that a place's data has for it. */
export const inPlaceFields = (problem: Problem): Problem =>
  problem.kind === 'invalid'
    ? {
        ...problem,
        errors: problem.errors.map((error) => ({
          ...error,
          path: [PLACE_FIELDS[String(error.path[0]) as keyof typeof PLACE_FIELDS] ?? PLACE_FIELDS.name],
        })),
      }
    : problem

export type PlacesRefused = { filled: Filled; problem: Problem }
type Shown = { frame: Frame; counted: CountedPlaces; mayEdit: boolean; refused?: PlacesRefused }

export function placesView({ frame, counted, mayEdit, refused }: Shown): PlacesView {
  const { range, places, counts } = counted
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  return {
    frame,
    say: [say(`${figure(total)} lượt đăng`, 'strong'), say(`trong ${rangeInWords(range)}.`)],
    ...{ from: range.from, to: range.to },
    rows: counts.map(({ place, kind, name, count }) => ({
      ...{ name, address: place?.address ?? null, count: figure(count) },
      kind: kind === null ? '' : PLACE_KIND_NAMES[kind],
      close: mayEdit && place ? name : null,
    })),
    edit: mayEdit ? editOf(places, refused) : null,
  }
}

function editOf(places: readonly OfficialPlace[], refused?: PlacesRefused): PlacesView['edit'] {
  const problem = refused?.problem ?? null
  const isList = refused?.filled.entries.some(([name]) => name === LIST.name) ?? false
  const filled = isList && refused ? refused.filled : filledOf([[LIST.name, placesText(places)]])
  return {
    summary: problem?.detail ?? null,
    tap: places.some(({ kind }) => kind === VNEID.kind)
      ? null
      : {
          words: 'Thêm VNeID',
          fields: (['kind', 'name', 'address'] as const).map((key) => ({
            ...{ name: PLACE_FIELDS[key], value: VNEID[key] },
          })),
        },
    add: ONE.map((field) =>
      fieldView(field, isList ? filledOf([]) : (refused?.filled ?? filledOf([])), problem),
    ),
    list: fieldView(LIST, filled, problem),
    listOpen: isList,
  }
}
