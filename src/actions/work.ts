/** Heavy work, by name: what is done, wherever it is done. */
import { ok } from '../core/problem.ts'
import { reportDocx } from '../reports/docx.ts'
import { logWorkbook } from '../reports/log-table.ts'
import { reportCsv } from '../reports/tables.ts'
import { reportWorkbook } from '../reports/xlsx.ts'
import type { Doing } from '../workshop.ts'
import { readPlan } from './read-plan.ts'
import { readPlayFile } from './read-play-log.ts'

export const WORK: Doing = {
  'report-docx': async (report) => ok(await reportDocx(report)),
  'report-xlsx': async (report) => ok(await reportWorkbook(report)),
  'report-csv': async (report) => ok(new TextEncoder().encode(reportCsv(report))),
  'log-xlsx': async ({ rows, head }) => ok(await logWorkbook(rows, head)),
  'play-file': async (bytes) => readPlayFile(bytes),
  'plan-file': async (bytes) => readPlan(bytes),
}
