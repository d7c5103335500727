import { expect, test } from 'vitest'
import { calendars } from '../../src/calendars.ts'
import type { ItemBrief } from '../../src/core/item-brief.ts'
import { NO_MAKING } from '../../src/core/making.ts'
import { instantOf } from '../../src/core/wall-clock.ts'
import { calendarText } from '../../src/ical/calendar.ts'
import { recordsOf } from '../routes/views/records.ts'
import { entriesOf } from '../support/entries.ts'
import { samplePlan } from '../support/plans.ts'

const NOW = instantOf('2025-08-01')
const ITEM: ItemBrief = {
  ...{ id: 'i', title: 'Hoá đơn điện tử', state: 'waiting', topics: [] },
  making: NO_MAKING,
  versions: [{ at: NOW, approvedAt: null }],
}

test('an event says what its slot is about, and whether that is approved', () => {
  const records = recordsOf(samplePlan('ngok-tu-2025')).map((record) =>
    record.slot.id === 'ngok-tu-2025:C.I.2.a:16' ? { ...record, item: ITEM } : record,
  )
  const unit = { code: 'xa-ngok-tu', name: 'UBND xã Ngọk Tụ' }
  const options = {
    unit,
    name: 'Lịch',
    baseUrl: null,
    work: calendars.work,
    alarm: null,
    now: NOW,
    reminders: true,
  }
  const text = calendarText(entriesOf(records, 'all', NOW), options).replace(/\r\n /g, '')
  const lines = text.split('\r\n').filter((line) => line.includes('Hoá đơn điện tử'))
  expect(lines.map((line) => line.slice(0, 150))).toEqual([
    'SUMMARY:Chuyên mục Chuyển đổi số và Nghị quyết số 57-NQ/TW trên hệ thống phát thanh xã: Hoá đơn điện tử',
    expect.stringContaining('DESCRIPTION:Bài: Hoá đơn điện tử (chờ duyệt)\\n'),
  ])
})

test('an event of what runs on says so, and every event names the clause as it stands now', () => {
  const records = recordsOf(samplePlan('ngok-tu-2025')).map((record) => ({
    ...record,
    obligation: { ...record.obligation, clause: `C.9.${record.obligation.id}` },
    plan: { id: 'x', title: 'Kế hoạch năm 2024', year: 2025, runsOn: record.slot.ordinal === 16 },
  }))
  const unit = { code: 'xa-ngok-tu', name: 'UBND xã Ngọk Tụ' }
  const about = { unit, name: 'Lịch', baseUrl: null, work: calendars.work }
  const options = { ...about, alarm: null, now: NOW, reminders: true }
  const text = calendarText(entriesOf(records, 'all', NOW), options).replace(/\r\n /g, '')
  const said =
    'Nối tiếp: trong khi chưa ban hành kế hoạch năm 2025\\, đơn vị tiếp tục thực hiện “Kế hoạch năm 2024”.'
  const told = text.split('\r\n').filter((line) => line.startsWith('DESCRIPTION:'))
  expect(told.filter((line) => line.includes(said)).length).toBe(
    records.filter(({ slot, plan }) => plan.runsOn && slot.inForce).length,
  )
  expect(told.every((line) => line.includes('Điều khoản C.9.'))).toBe(true)
})
