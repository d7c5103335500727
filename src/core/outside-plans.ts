/** What stands outside any plan (ngoài kế hoạch), by the name that it has where others have their plan's id. */
export const EXTRA = 'them'

export const isExtra = ({ planId }: { planId: string }): boolean => planId === EXTRA

export const OUTSIDE_PLANS = 'ngoài kế hoạch'
