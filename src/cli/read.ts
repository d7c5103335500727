/** `read`: a plan as it was issued, in Word, PDF or text, and what the program proposes from it. No database. */
import { stringify } from 'yaml'
import { type ReadDocument, readPlanDocument } from '../actions/read-document.ts'
import { planData } from '../core/document/plan-data.ts'
import type { Level, Proposal, ProposedObligation } from '../core/document/proposal.ts'
import { type DocumentFacts, proposalJson, refusedJson } from '../core/document/proposal-json.ts'
import { invalid, type Problem } from '../core/problem.ts'
import { type Args, type CliWorld, type Command, textOption } from './command.ts'
import { yearOfArgs } from './plan-file.ts'
import { table } from './table.ts'

export const read: Command = {
  usage: 'read <kế-hoạch.docx|.doc|.pdf|.txt> [--year NĂM] [--format table|yaml|json]',
  summary: 'Đọc kế hoạch đã ban hành (Word, PDF, văn bản) và đề xuất các nhiệm vụ',
  english: 'Read an issued plan (Word, PDF, text) and propose its obligations, no database needed',
  options: { year: { type: 'string' }, format: { type: 'string' } },
  run,
}

const FORMATS: Record<string, (facts: DocumentFacts, proposal: Proposal) => string> = {
  table: (_, proposal) => proposalTable(proposal),
  yaml: (_, proposal) => stringify(planData(proposal), { lineWidth: 110 }).trimEnd(),
  json: (facts, proposal) => JSON.stringify(proposalJson(facts, proposal), null, 2),
}

async function run(args: Args, world: CliWorld): Promise<Problem | null> {
  const [file, ...more] = args.positionals
  if (file === undefined || more.length)
    return invalid('Cần đúng một tệp kế hoạch: .docx, .doc, .pdf hoặc .txt.').problem
  const format = textOption(args, 'format') ?? 'table'
  const print = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined
  if (!print) return invalid(`Dạng "${format}" không có: dùng ${Object.keys(FORMATS).join(', ')}.`).problem
  const year = yearOfArgs(args)
  if (!year.ok) return year.problem
  const bytes = await world.readFile(file)
  if (!bytes.ok) return bytes.problem
  const found = await readPlanDocument(bytes.value, year.value)
  const facts = factsOf(file, found)
  if (found.refused === null) {
    world.out(print(facts, found.proposal))
    return null
  }
  if (format === 'json') world.out(JSON.stringify(refusedJson(facts, found.refused), null, 2))
  return invalid(`${file}: ${found.refused.message}`).problem
}

const factsOf = (file: string, { source, sha256 }: ReadDocument): DocumentFacts => ({
  name: file.split(/[/\\]/).at(-1) ?? file,
  kind: source?.kind ?? null,
  sha256,
  characters: source?.text.length ?? 0,
})

const LEVEL_NAMES: Record<Level, string> = { sure: 'chắc', look: 'cần xem', unread: 'chưa đọc được' }

function proposalTable({ plan, obligations, topics, leftOut }: Proposal): string {
  const columns = [
    { title: 'Mã' },
    { title: 'Mức' },
    { title: 'Nhiệm vụ', max: 60 },
    { title: 'Chủ trì', max: 40 },
    { title: 'Thời gian', max: 50 },
  ]
  const rows = obligations.map(({ id, level, title, lead, when }) => [
    id,
    LEVEL_NAMES[level],
    title,
    lead ?? '',
    when.verbatim,
  ])
  const count = (level: Level) => obligations.filter((obligation) => obligation.level === level).length
  const sum = `${obligations.length} nhiệm vụ: ${count('sure')} chắc, ${count('look')} cần xem, ${count('unread')} chưa đọc được; ${topics.length} chủ đề; ${leftOut.length} dòng có ngày hoặc số lần không thuộc nhiệm vụ nào`
  const doubts = obligations.flatMap(doubtLines)
  return [
    `${plan.title}\n${plan.unit.name} · ${plan.year === null ? 'chưa rõ năm: dùng --year' : `năm ${plan.year}`}`,
    sum,
    table(columns, rows),
    doubts.length ? `Cần xem:\n${doubts.join('\n')}` : '',
  ]
    .filter(Boolean)
    .join('\n\n')
}

const doubtLines = ({ id, doubts }: ProposedObligation): string[] =>
  doubts.map(({ code, message }) => `  ${id}: ${message} [${code}]`)
