/** Where the pages of an office below one's own lie. */

export const UNIT_ADMIN = '/cac-don-vi/quan-ly'

export const unitAdminPath = (code: string): string => `${UNIT_ADMIN}/don-vi/${code}`

/** The rooms of an office that are looked at from above: not accounts, nor what each person set for themselves. */
const ROOMS = [
  ...[
    'tuan',
    'thang',
    'nam',
    'chua-xac-nhan',
    'khung',
    'nhiem-vu',
    'chi-tieu',
    'bao-cao',
    'ke-hoach',
    'nhat-ky',
  ],
  ...[
    'su-co',
    'dai',
    'ngay-nghi',
    'noi-dung',
    'bai',
    'chu-de',
    'duyet',
    'tong-quan',
    'den-ngay',
    'minh-chung',
  ],
].join('|')

const OF_OFFICE = new RegExp(`^/(?:(?:${ROOMS})(?=[/.?#]|$).*|[?#].*)?$`, 's')

/** The path of a page that belongs to an office and may be looked at from above. */
export const isOfOffice = (path: string): boolean => OF_OFFICE.test(path)

/** `/don-vi/xa-son-ha/tuan/2026-W32`; a page of no office stays where it is. */
export const pathFromAbove = (code: string, path: string): string =>
  path === '' || isOfOffice(path) ? `/don-vi/${encodeURIComponent(code)}${path}` : path

/** A page whose links and forms lead to the same office's pages. */
export const withPathsFromAbove = (html: string, code: string): string =>
  html.replace(
    / (href|action|src)="(\/[^"]*)"/g,
    (_, name: string, path: string) => ` ${name}="${pathFromAbove(code, path)}"`,
  )
