/** What stands around a page: where one can go, and as whom. */
import { can, ROLE_NAMES } from '../core/role.ts'
import { type LocalDate, localDateOf, yearOf } from '../core/wall-clock.ts'
import { findUnit } from '../store/units.ts'
import type { Flash, Frame, Link, NavLink } from '../templates/views.ts'
import type { Ctx } from './env.ts'
import { movedFlash } from './record/moved-flash.ts'
import { monthPath, yearPath } from './views/paths.ts'
import { isOfOffice } from './views/units/paths.ts'

type Around = { title: string; page: string; flash?: Flash | null }

/** For somebody who is not signed in, or whose page shows no way elsewhere. */
export const bareFrame = ({ title, page, flash = null }: Around): Frame => ({
  title,
  page,
  unit: null,
  nav: [],
  menu: null,
  flash,
  above: null,
  preview: null,
})

/** For somebody signed in; `unit` is its name. */
export async function frameOf(c: Ctx, around: Around): Promise<Frame> {
  const { who, deps, now } = c.var
  const [unit, moved] = await Promise.all([c.var.unit ?? findUnit(deps.db, who.unit), movedFlash(c)])
  const toApprove = c.var.toApprove ?? 0
  const here = ({ href, words, pages = [], room = 'all' }: Way): NavLink => ({
    ...{ href, words, room, waiting: href === WAITING.href ? toApprove : 0 },
    current: c.req.path === href || pages.includes(around.page),
  })
  const above = c.var.above === true
  const leads = (!above && c.var.unit?.leads) || can(who.role, 'administer')
  const own = [
    ...(leads ? [UNITS] : []),
    ...ownLinks(localDateOf(now), can(who.role, 'approve') || above),
    ...(can(who.role, 'administer') ? ADMIN_LINKS : []),
  ]
  const links = (above ? own.filter(({ href }) => isOfOffice(href)) : own).map(here)
  return {
    ...bareFrame({ ...around, flash: around.flash ?? moved }),
    unit: unit?.name ?? who.unit,
    above: above ? (unit?.name ?? who.unit) : null,
    nav: mainLinks(localDateOf(now), can(who.role, 'approve') || above).map(here),
    menu: {
      name: who.name,
      role: ROLE_NAMES[who.role],
      links,
      current: links.find(({ current }) => current)?.room ?? null,
    },
  }
}

/** `pages` stand below it, by the names that their views have. */
type Way = Link & { pages?: readonly string[]; room?: NavLink['room'] }

const ITEM_PAGES = ['item', 'item-form', 'item-version', 'announcer-sheet', 'approval-slip']
const TOPIC_PAGES = ['topics', 'rotation', 'slot-topics']
const CONTENT: Way = {
  ...{ href: '/noi-dung', words: 'Nội dung' },
  pages: ['content', ...ITEM_PAGES, ...TOPIC_PAGES, 'scripts', 'search', 'reading-speed'],
}
const LOG: Way = {
  ...{ href: '/nhat-ky', words: 'Nhật ký' },
  pages: ['log', 'play-log', 'play-columns', 'play-diff'],
}
const PLAN_PAGES = ['plans', 'plan', 'adopt-plan', 'changes', 'draft', 'review', 'station']
const PLANS: Way = { href: '/ke-hoach', words: 'Kế hoạch', pages: PLAN_PAGES }
const yearWay = (today: LocalDate): Way => ({
  ...{ href: yearPath(yearOf(today)), words: 'Năm', pages: ['year'] },
})
const REPORTS: Way = {
  href: '/bao-cao',
  words: 'Báo cáo',
  pages: ['reports', 'report', 'paper', 'blanks', 'blank'],
}

const WAITING: Way = { href: '/duyet', words: 'Chờ duyệt', pages: ['waiting'] }
const monthWay = (today: LocalDate): Way => ({
  ...{ href: monthPath(today), words: 'Tháng', pages: ['month'] },
})
const OVERVIEW: Way = { href: '/tong-quan', words: 'Tổng quan', pages: ['overview'] }

/**
 * Who leads begins with the overview, who records with the week. What has no room at the thumb stands in the menu of a
 * phone, and in the bar of an office screen.
 */
const mainLinks = (today: LocalDate, leads: boolean): Way[] => [
  ...(leads ? [OVERVIEW] : []),
  { href: '/', words: 'Tuần', pages: ['week', 'slot', 'record', 'obligation', 'unconfirmed', 'bulk'] },
  { ...monthWay(today), room: leads ? 'wide' : 'all' },
  ...(leads ? [] : [{ ...yearWay(today), room: 'wide' as const }]),
  { ...CONTENT, room: 'wide' },
  ...(leads ? [] : [{ ...LOG, room: 'wide' as const }]),
  { href: `/chi-tieu/${yearOf(today)}`, words: 'Tiến độ năm', pages: ['count', 'count-slots'] },
  { ...REPORTS, room: 'wide' },
  { ...PLANS, room: 'wide' },
  { href: '/su-co', words: 'Sự cố', pages: ['incidents', 'incident', 'incident-preview'] },
  WAITING,
]

const UNITS: Way = { href: '/cac-don-vi', words: 'Các đơn vị', pages: ['units'] }

const ownLinks = (today: LocalDate, leads: boolean): Way[] => [
  leads ? { ...monthWay(today), room: 'narrow' } : OVERVIEW,
  { ...PLANS, room: 'narrow' },
  { ...yearWay(today), room: leads ? 'all' : 'narrow' },
  { ...CONTENT, words: 'Lịch nội dung', room: 'narrow' },
  { ...REPORTS, room: 'narrow' },
  { ...LOG, words: 'Sổ nhật ký phát thanh', room: leads ? 'all' : 'narrow' },
  { href: '/dai', words: 'Giờ phát của đài' },
  { href: '/ngay-nghi', words: 'Ngày nghỉ' },
  { href: '/lich-ical', words: 'Lịch trên điện thoại' },
  { href: '/nhac-viec', words: 'Nhắc việc', pages: ['notices', 'notice-hours', 'outbox', 'messages'] },
  { href: '/tai-khoan', words: 'Tài khoản', pages: ['second-step'] },
]

const ADMIN_LINKS: Link[] = [
  { href: '/nguoi-dung', words: 'Người dùng' },
  { href: '/ma-api', words: 'Mã truy cập API' },
  { href: '/so-quan-tri', words: 'Sổ quản trị' },
  { href: '/tinh-trang', words: 'Tình trạng máy chủ' },
]
