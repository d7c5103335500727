/**
 * Where an office speaks officially: portal and VNeID, and the accounts that it publishes on its portal (NĐ 224/2026,
 * NĐ 244/2026), each with its address.
 */
import { z } from 'zod'
import { words } from '../field.ts'
import { invalid, ok, type Result } from '../problem.ts'
import { foldAll } from '../text.ts'
import { PLACE_KIND_NAMES, PLACE_KINDS, type PlaceKind } from './place-kind.ts'

const webAddress = z
  .string('phải là chữ')
  .trim()
  .max(500, 'không quá 500 ký tự')
  .refine((said) => URL.parse(said)?.protocol === 'https:', 'phải là một địa chỉ https://')

export const officialPlace = z.strictObject({
  kind: z.enum(PLACE_KINDS, `phải là một trong: ${PLACE_KINDS.join(', ')}`),
  name: words(100),
  address: webAddress,
})
export type OfficialPlace = z.infer<typeof officialPlace>

export const officialPlaces = z
  .array(officialPlace, 'phải là danh sách')
  .max(20, 'không quá 20 nơi')
  .check((ctx) => {
    ctx.value.forEach(({ name }, i) => {
      const first = ctx.value.findIndex((one) => foldAll(one.name) === foldAll(name))
      if (first < i)
        ctx.issues.push({
          ...{ code: 'custom', input: ctx.value, path: [i, 'name'] },
          message: `“${name}” đã có ở dòng ${first + 1}`,
        })
    })
  })

type Posted = { place: string | null; link: string | null }

/** The account something was posted to: by its name, or because its link lies below the account's address. */
export function officialPlaceOf(
  places: readonly OfficialPlace[],
  { place, link }: Posted,
): OfficialPlace | null {
  const named = place === null ? null : places.find(({ name }) => foldAll(name) === foldAll(place))
  if (named) return named
  return link === null ? null : (places.find(({ address }) => isBelow(link, address)) ?? null)
}

function isBelow(link: string, address: string): boolean {
  const [own, at] = [URL.parse(link), URL.parse(address)]
  if (!own || !at || own.hostname !== at.hostname) return false
  const folder = at.pathname.replace(/\/$/, '')
  return own.pathname === folder || own.pathname.startsWith(`${folder}/`)
}

/** The kind of an office's own account that is called otherwise than its kind. */
export const kindByName = (places: readonly OfficialPlace[], posted: Posted): PlaceKind | null =>
  officialPlaceOf(places, posted)?.kind ?? null

/** As an office types them, a line each: `Zalo; Zalo OA xã Ngọk Tụ; https://zalo.me/…`. Errors name the line, from 1. */
export function readPlaces(text: string): Result<OfficialPlace[]> {
  const rows = text.split(/\r?\n/).flatMap((line, i) => (line.trim() === '' ? [] : [{ line, number: i + 1 }]))
  const read = rows.map(({ line }) => {
    const [kind = '', name = '', ...address] = line.split(';').map((cell) => cell.trim())
    return { kind: kindNamed(kind) ?? kind, name, address: address.join(';') }
  })
  const parsed = officialPlaces.safeParse(read)
  if (parsed.success) return ok(parsed.data)
  return invalid(
    'Chưa lưu được: hãy xem lại các dòng.',
    parsed.error.issues.map(({ path: [row, field], message }) => ({
      ...{ path: ['noi'], code: 'place' },
      message: `dòng ${rows[Number(row)]?.number ?? 1}: ${field === 'kind' ? WHICH : message}`,
    })),
  )
}

const WHICH = `loại nơi đăng là một trong: ${Object.values(PLACE_KIND_NAMES).join(', ')}`

const kindNamed = (said: string): PlaceKind | null =>
  PLACE_KINDS.find((kind) => foldAll(PLACE_KIND_NAMES[kind]) === foldAll(said)) ?? null

export const placesText = (places: readonly OfficialPlace[]): string =>
  places.map(({ kind, name, address }) => `${PLACE_KIND_NAMES[kind]}; ${name}; ${address}`).join('\n')

/** The names of a form's fields for one place. */
export const PLACE_FIELDS = { kind: 'loai', name: 'ten', address: 'dia-chi' } as const

/** One place, as a form sends it. Errors carry the place's own fields. */
export function readPlace(one: (name: string) => string): Result<OfficialPlace> {
  const parsed = officialPlace.safeParse({
    ...{ kind: one(PLACE_FIELDS.kind), name: one(PLACE_FIELDS.name), address: one(PLACE_FIELDS.address) },
  })
  if (parsed.success) return ok(parsed.data)
  return invalid(
    'Chưa thêm được nơi đăng.',
    parsed.error.issues.map(({ path, message }) => ({ path: [String(path[0])], code: 'place', message })),
  )
}
