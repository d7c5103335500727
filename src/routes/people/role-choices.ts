/** Roles as a form offers and sends them. */
import { invalid, ok, type Result } from '../../core/problem.ts'
import { isRole, ROLE_NAMES, ROLES, type Role } from '../../core/role.ts'
import type { Choice } from '../../templates/people-views.ts'
import type { Form } from '../form.ts'

export const roleChoices = (chosen: string): Choice[] =>
  ROLES.map((role) => ({ value: role, words: ROLE_NAMES[role], chosen: role === chosen }))

export function roleOfForm(form: Form): Result<Role> {
  const role = form('vaiTro')
  return isRole(role) ? ok(role) : invalid('Hãy chọn một vai trò.')
}
