import type { Role } from '../core/role.ts'

/** Who is asking, in which unit, and what they may do there. */
export type Principal = {
  unit: string
  id: string
  name: string
  role: Role
  via: 'session' | 'token'
}
