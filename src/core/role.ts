/** What a person or a token may do. Each role may do all that the ones before it may. */
export const ROLES = ['viewer', 'officer', 'leader', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** As the pages say it. */
export const ROLE_NAMES: Record<Role, string> = {
  viewer: 'Người xem',
  officer: 'Cán bộ ghi nhận',
  leader: 'Lãnh đạo',
  admin: 'Quản trị',
}

/** The least role that each action needs. */
const LEAST = {
  read: 'viewer',
  subscribe: 'viewer',
  record: 'officer',
  approve: 'leader',
  close: 'leader',
  adopt: 'leader',
  administer: 'admin',
} as const satisfies Record<string, Role>

export type Action = keyof typeof LEAST
export const ACTIONS = Object.keys(LEAST) as Action[]

export const can = (role: Role, action: Action): boolean =>
  ROLES.indexOf(role) >= ROLES.indexOf(LEAST[action])

export const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text)
