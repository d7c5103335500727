/** `--role`, which has no default: who may do what is said, not guessed. */
import { invalid, ok, type Result } from '../core/problem.ts'
import { isRole, ROLES, type Role } from '../core/role.ts'
import { type Args, textOption } from './command.ts'

export function roleOption(args: Args): Result<Role> {
  const role = textOption(args, 'role')
  if (role !== undefined && isRole(role)) return ok(role)
  const wrong = role === undefined ? 'Thiếu --role' : `Không có vai trò "${role}"`
  return invalid(`${wrong}: dùng một trong ${ROLES.join(', ')}.`)
}
