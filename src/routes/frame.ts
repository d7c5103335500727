/** What stands around a page: where one can go, and as whom. */
import { can, ROLE_NAMES } from '../core/role.ts'
import { localDateOf, yearOf } from '../core/wall-clock.ts'
import { findUnit } from '../store/units.ts'
import type { Flash, Frame, Link } from '../templates/views.ts'
import type { Ctx } from './env.ts'

type Around = { title: string; page: string; flash?: Flash | null }

/** For somebody who is not signed in, or whose page shows no way elsewhere. */
export const bareFrame = ({ title, page, flash = null }: Around): Frame => ({
  title,
  page,
  unit: null,
  nav: [],
  menu: null,
  flash,
})

/** For somebody signed in; `unit` is its name. */
export async function frameOf(c: Ctx, around: Around): Promise<Frame> {
  const { who, deps, now } = c.var
  const unit = await findUnit(deps.db, who.unit)
  const here = ({ href, words }: Link) => ({ href, words, current: c.req.path === href })
  return {
    ...bareFrame(around),
    unit: unit?.name ?? who.unit,
    nav: mainLinks(yearOf(localDateOf(now))).map(here),
    menu: {
      name: who.name,
      role: ROLE_NAMES[who.role],
      links: [...OWN_LINKS, ...(can(who.role, 'administer') ? ADMIN_LINKS : [])].map(here),
    },
  }
}

const mainLinks = (year: number): Link[] => [
  { href: '/', words: 'Tuần' },
  { href: `/nam/${year}`, words: 'Năm' },
  { href: `/chi-tieu/${year}`, words: 'Chỉ tiêu' },
  { href: '/ke-hoach', words: 'Kế hoạch' },
]

const OWN_LINKS: Link[] = [
  { href: '/lich-ical', words: 'Lịch trên điện thoại' },
  { href: '/tai-khoan', words: 'Tài khoản' },
]

const ADMIN_LINKS: Link[] = [
  { href: '/nguoi-dung', words: 'Người dùng' },
  { href: '/ma-api', words: 'Mã truy cập API' },
]

/** What the page that somebody was sent back to says about what was done, by `?xong=…`. */
export function doneFlash(c: Ctx, words: Record<string, string>): Flash | null {
  const what = c.req.query('xong') ?? ''
  return Object.hasOwn(words, what) ? { tone: 'done', words: words[what] as string } : null
}
