/** `npm run attack`: what others' bugs and attackers do, against the built program, with what bounds it. */
import { buildNode } from '../../scripts/build.ts'
import { house } from './house.ts'
import { ROWS as CLOCKS_AND_LOCKS } from './with-clocks-and-locks.ts'
import { ROWS as CROWDS } from './with-crowds.ts'
import { ROWS as FILES } from './with-files.ts'
import { ROWS as MANY_PLANS } from './with-many-plans.ts'
import { ROWS as PLANS } from './with-plans.ts'
import { ROWS as SUBSCRIBERS } from './with-subscribers.ts'

const ATTACKS = [...FILES, ...PLANS, ...MANY_PLANS, ...SUBSCRIBERS, ...CROWDS, ...CLOCKS_AND_LOCKS]

await buildNode()
// Words of the command line choose among them: `npm run attack -- "play log"`.
const [only = ''] = process.argv.slice(2)
let failed = 0
for (const { name, bound, beat, run } of ATTACKS.filter((attack) => attack.name.includes(only))) {
  await using attacked = await house(beat)
  const { holds, saw } = await run(attacked)
  if (!holds) failed++
  const row = `| ${name} | ${bound} | ${saw} | ${holds ? 'hold' : 'FAILS'} |`
  console.log(row)
}
process.exitCode = failed ? 1 : 0
