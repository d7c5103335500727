/** Who in a unit may adopt a plan, for somebody who may not. */
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { can, ROLES } from '../core/role.ts'
import type { Db } from './db.ts'
import { users } from './schema.ts'

export type Adopter = { id: string; name: string }

const MAY_ADOPT = ROLES.filter((role) => can(role, 'adopt'))

export const listAdopters = (db: Db, unit: string): Promise<Adopter[]> =>
  db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(and(eq(users.unit, unit), inArray(users.role, MAY_ADOPT), isNull(users.deactivatedAt)))
    .orderBy(asc(users.name))
