/**
 * What kind of place something was posted in, as offices have to tell them apart: the main ones are portal and VNeID
 * (NĐ 224/2026, Điều 10), others are an office's own accounts, which it publishes.
 */
import type { Channel } from '../channel.ts'
import { foldAll } from '../text.ts'

export const PLACE_KINDS = ['portal', 'vneid', 'zalo', 'facebook', 'board', 'other'] as const
export type PlaceKind = (typeof PLACE_KINDS)[number]

export const PLACE_KIND_NAMES: Record<PlaceKind, string> = {
  portal: 'Trang/Cổng thông tin điện tử',
  vneid: 'VNeID',
  zalo: 'Zalo',
  facebook: 'Facebook',
  board: 'Bảng tin công cộng',
  other: 'Nơi khác',
}

const NAMES: [PlaceKind, RegExp][] = [
  ['vneid', /vneid/],
  ['zalo', /zalo/],
  ['facebook', /facebook|fanpage|(?<!\p{L})fb(?!\p{L})/u],
  ['portal', /trang thong tin|cong thong tin|trang ttdt|cong ttdt|website|web/],
  ['board', /bang tin|man hinh|bang dien tu/],
]

const HOSTS: [PlaceKind, RegExp][] = [
  ['vneid', /(^|\.)vneid\.gov\.vn$/],
  ['zalo', /(^|\.)(zalo\.me|zaloapp\.com)$/],
  ['facebook', /(^|\.)(facebook\.com|fb\.com|fb\.me|fb\.watch)$/],
  ['portal', /\.gov\.vn$/],
]

const ONLY: Partial<Record<Channel, PlaceKind>> = { portal: 'portal', 'public-board': 'board' }

const USUAL: Partial<Record<Channel, readonly PlaceKind[]>> = {
  portal: ['portal'],
  social: ['zalo', 'facebook'],
  'public-board': ['board'],
}

/** Where an obligation of these channels is posted, as far as they tell. */
export const placesIn = (channels: readonly Channel[]): PlaceKind[] =>
  channels.flatMap((channel) => USUAL[channel] ?? [])

type Posted = { place: string | null; link: string | null }

/** By its name, else by its link, else by the only channel that the obligation has; null where nothing tells. */
export function placeKindOf({ place, link }: Posted, channels: readonly Channel[]): PlaceKind | null {
  if (place !== null) return NAMES.find(([, words]) => words.test(foldAll(place)))?.[0] ?? 'other'
  const host = link === null ? '' : (URL.parse(link)?.hostname ?? '')
  const byHost = HOSTS.find(([, own]) => own.test(host))?.[0]
  if (byHost) return byHost
  const [only, ...more] = channels
  return only && !more.length ? (ONLY[only] ?? null) : null
}
