import type { Author } from '../core/author.ts'
import type { Role } from '../core/role.ts'

/** Who is asking, in which unit, and what they may do there. */
export type Principal = Author & { role: Role; via: 'session' | 'token' }
