import { expect, test } from 'vitest'
import { auditEntry, commandLine, listAudit } from '../../src/store/audit.ts'
import { write } from '../../src/store/db.ts'
import { MONDAY, testHouse } from '../support/test-house.ts'

const lan = { unit: 'xa-thu', id: 'lan', name: 'Y Lan' }

async function house() {
  const opened = await testHouse()
  for (const unit of ['xa-thu', 'xa-khac']) await opened.addUnit(unit)
  const note = (subject: string, by = lan) =>
    write(opened.db, [auditEntry(by, { kind: 'token-made', subject, detail: 'Người xem' }, MONDAY)])
  return { opened, note }
}

test('entries are of one unit, newest first, a page at a time', async () => {
  const { opened, note } = await house()
  await using _ = opened
  for (const name of ['một', 'hai', 'ba']) await note(name)
  await note('của xã khác', commandLine('xa-khac'))
  const page = await listAudit(opened.db, 'xa-thu', { most: 2 })
  expect(page.map(({ id, ...entry }) => entry)).toEqual(
    ['ba', 'hai'].map((subject) => ({
      ...{ at: MONDAY, by: 'Y Lan', kind: 'token-made', subject, detail: 'Người xem' },
    })),
  )
  const older = await listAudit(opened.db, 'xa-thu', { before: page.at(-1)?.id })
  expect(older.map(({ subject }) => subject)).toEqual(['một'])
  expect((await listAudit(opened.db, 'xa-khac')).map(({ by }) => by)).toEqual(['dòng lệnh'])
})
test.each(["UPDATE audit_entries SET by = 'ai đó'", 'DELETE FROM audit_entries'])(
  'the database itself refuses: %s',
  async (sql) => {
    const { opened, note } = await house()
    await using _ = opened
    await note('một')
    await expect(opened.db.$client.execute(sql)).rejects.toThrow(/never (changed|deleted)/)
    expect(await listAudit(opened.db, 'xa-thu')).toHaveLength(1)
  },
)
