/** At night: a copy of the database, opened to see that it is whole; old ones make room. */
import { copyName, expiredCopies } from '../../core/notice/copies.ts'
import { fail, ok } from '../../core/problem.ts'
import { localDateOf } from '../../core/wall-clock.ts'
import type { ServerJob } from '../job.ts'
import { daily } from '../when.ts'

export const backup: ServerJob = {
  name: 'backup',
  next: (after) => daily('01:30')(after),
  run: async ({ copies }, { now }) => {
    if (!copies) return ok({})
    const today = localDateOf(now)
    const there = await copies.list()
    if (!there.includes(copyName(today))) {
      const problem = await copies.make(copyName(today))
      if (problem) return fail(problem)
    }
    for (const name of expiredCopies([...there, copyName(today)], today)) await copies.remove(name)
    return ok({})
  },
}
