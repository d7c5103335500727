/** Heavy work, by name: what is done, wherever it is done. */
import { calendars } from '../calendars.ts'
import type { PlanDocument } from '../core/document/plan-document.ts'
import { playDiff, playHead } from '../core/log/play-diff.ts'
import { playPage } from '../core/log/play-groups.ts'
import { withinSlots } from '../core/plan/size.ts'
import { invalid, ok, type Result } from '../core/problem.ts'
import { blankDocx } from '../reports/blank-docx.ts'
import { blankWorkbook } from '../reports/blank-xlsx.ts'
import { reportDocx } from '../reports/docx.ts'
import { logWorkbook } from '../reports/log-table.ts'
import { payWorkbook } from '../reports/pay-xlsx.ts'
import { planDocx } from '../reports/plan-docx.ts'
import { planWorkbook } from '../reports/plan-workbook.ts'
import { reportCsv } from '../reports/tables.ts'
import { reportWorkbook } from '../reports/xlsx.ts'
import type { Doing } from '../workshop.ts'
import { packed, unpacked } from './play-log-file.ts'
import { readPlan } from './read-plan.ts'
import { readPlanBook } from './read-plan-book.ts'
import { readPlayFile } from './read-play-log.ts'

export const WORK: Doing = {
  'report-docx': async (report) => ok(await reportDocx(report)),
  'report-xlsx': async (report) => ok(await reportWorkbook(report)),
  'report-csv': async (report) => ok(new TextEncoder().encode(reportCsv(report))),
  'blank-docx': async (filled) => ok(await blankDocx(filled)),
  'blank-xlsx': async (filled) => ok(await blankWorkbook(filled)),
  'pay-xlsx': async (list) => ok(await payWorkbook(list)),
  'log-xlsx': async ({ rows, head }) => ok(await logWorkbook(rows, head)),
  'play-file': async (bytes) => {
    const table = readPlayFile(bytes)
    return table.ok ? ok(packed(table.value)) : table
  },
  'play-head': async (asked) => ok(playHead(unpacked(asked.packed), asked.saved, asked.said, asked.now)),
  'play-diff': async ({ columns, known, moment, chosen, ...log }) =>
    ok(playPage(playDiff(unpacked(log.packed), columns, known, moment), chosen)),
  'plan-file': async (bytes) => {
    const plan = readPlan(bytes)
    return plan.ok ? withinSlots(plan.value, calendars.periods) : plan
  },
  'plan-book': async ({ bytes, unit }) => {
    const read = readPlanBook(bytes, unit)
    const within = read.ok ? withinSlots(read.value.plan, calendars.periods) : read
    return within.ok ? read : within
  },
  'plan-xlsx': async (plan) => ok(await planWorkbook(plan)),
  'plan-docx': async (plan) => ok(await planDocx(plan)),
  'document-file': ({ bytes, year }) => planDocument(bytes, year),
}

/** The reading of documents is loaded when the first one comes. */
async function planDocument(bytes: Uint8Array, year: number | null): Promise<Result<PlanDocument>> {
  const { readPlanDocument } = await import('./read-document.ts')
  const read = await readPlanDocument(bytes, year)
  if (read.refused === null) return ok(read)
  const { code, message } = read.refused
  return invalid(message, [{ path: ['tep'], code, message }])
}
