/** What every form of a draft begins and ends with: the edition that it is filled from, and where it leads. */
import { type Desk, deskOf } from '../../actions/drafting.ts'
import type { Result } from '../../core/problem.ts'
import { actOf } from '../act.ts'
import type { Ctx } from '../env.ts'
import { draftPath } from '../views/paths.ts'

const numberOf = (text: string): number | null => (/^\d{1,9}$/.test(text) ? Number(text) : null)

/** `?ban=3` of the address, or of the form. */
export const openDesk = (c: Ctx, planId: string, asked: string): Promise<Result<Desk>> =>
  deskOf(actOf(c), planId, numberOf(asked))

/** The way back from a form of a draft. */
export const draftCrumbs = ({ base }: Desk) => [
  { href: '/ke-hoach', words: 'Kế hoạch' },
  { href: draftPath(base.planId, base.number), words: `${base.plan.title}, ${nameOf(base)}` },
]

const nameOf = ({ state, number }: Desk['base']): string =>
  state === 'adopted' ? `bản ${number} đang áp dụng` : `bản nháp ${number}`
