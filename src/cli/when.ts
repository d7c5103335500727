/** `when`: what the program makes of one phrase of frequency or time; without `--year`, in this year's plan. */
import { readWhen } from '../core/document/when/read-when.ts'
import { whenInWords } from '../core/document/when/when-words.ts'
import { invalid, type Problem } from '../core/problem.ts'
import { localDateOf, yearOf } from '../core/wall-clock.ts'
import { type Args, type CliWorld, type Command, textOption } from './command.ts'
import { yearOfArgs } from './plan-file.ts'

export const when: Command = {
  usage: 'when "<câu chữ>" [--year NĂM] [--label "<nhãn>"] [--format table|json]',
  summary: 'Cho biết chương trình hiểu một câu về thời gian, tần suất như thế nào',
  english: 'What one phrase of frequency or time is read as',
  options: { year: { type: 'string' }, label: { type: 'string' }, format: { type: 'string' } },
  run,
}

async function run(args: Args, world: CliWorld): Promise<Problem | null> {
  const [words, ...more] = args.positionals
  if (words === undefined || more.length) return invalid('Cần đúng một câu chữ, đặt trong dấu nháy.').problem
  const format = textOption(args, 'format') ?? 'table'
  if (format !== 'table' && format !== 'json')
    return invalid(`Dạng "${format}" không có: dùng table, json.`).problem
  const year = yearOfArgs(args)
  if (!year.ok) return year.problem
  const read = readWhen(words, {
    year: year.value ?? yearOf(localDateOf(world.clock())),
    label: textOption(args, 'label') ?? null,
  })
  world.out(format === 'json' ? JSON.stringify(read, null, 2) : whenInWords(read))
  return null
}
