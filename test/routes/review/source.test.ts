/** A plan as it was issued comes in, is looked through, and becomes a draft; nothing is written over in silence. */
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createToken } from '../../../src/accounts/token.ts'
import { calendars } from '../../../src/calendars.ts'
import type { Entry } from '../../../src/core/form/filled.ts'
import { fillReviewed } from '../../../src/core/review/as-obligation.ts'
import { findEdition } from '../../../src/store/editions.ts'
import { findReview, listSources, sourceBytes } from '../../../src/store/sources.ts'
import { adopt } from '../../support/adopt.ts'
import { ISSUED, issuedDocx } from '../../support/issued-plan.ts'
import { addOfficer } from '../../support/people.ts'
import { samplePlan } from '../../support/plans.ts'
import { MONDAY, testHouse } from '../../support/test-house.ts'

const UNIT = 'xa-ngok-tu'
const house = await testHouse({})
afterAll(() => house[Symbol.asyncDispose]())
let lan = ''
let hoa = ''
beforeAll(async () => {
  await adopt(house.db, UNIT, samplePlan('ngok-tu-2025'), calendars, MONDAY)
  lan = await addOfficer(house.db, UNIT, { username: 'lan', password: 'Gió mùa đông bắc' })
  hoa = await addOfficer(house.db, UNIT, { username: 'hoa', password: 'Gió mùa đông bắc' })
})

const upload = async (bytes: Uint8Array<ArrayBuffer>, name: string, more: Record<string, string> = {}) => {
  const body = new FormData()
  body.set('tep', new File([bytes], name))
  for (const [field, value] of Object.entries(more)) body.set(field, value)
  return house.ask('/ke-hoach/nhan', { method: 'POST', body, cookie: lan })
}
const textOf = (lines: readonly string[]) => new TextEncoder().encode(lines.join('\n'))
const shaOf = (answer: Response) =>
  /van-ban\/([0-9a-f]{64})/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
const send = (path: string, entries: readonly Entry[], cookie = lan) =>
  house.ask(path, { method: 'POST', body: new URLSearchParams(entries.map(([a, b]) => [a, b])), cookie })
const kept = async (sha: string) => {
  const found = await findReview(house.db, UNIT, sha)
  if (!found) throw new Error(`no review of ${sha}`)
  return found
}
/** A text of its own for each test: the same file would be the same source. */
let number = 100
const fresh = async () => {
  const lines = ISSUED.map((line) => line.replace('12/KH-UBND', `${++number}/KH-UBND`))
  return shaOf(await upload(textOf(lines), 'ke-hoach.txt'))
}

describe('a document comes in', () => {
  test('a Word file is kept to the byte, with its reading', async () => {
    const docx = new Uint8Array(await issuedDocx())
    const answer = await upload(docx, 'Kế hoạch nước sạch.docx')
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `/van-ban/${shaOf(answer)}?xong=doc`,
    ])
    const file = await sourceBytes(house.db, UNIT, shaOf(answer))
    expect(file).toEqual({ name: 'Kế hoạch nước sạch.docx', bytes: docx })
    const { review } = await kept(shaOf(answer))
    expect(review.obligations.map(({ title, level }) => [title.slice(0, 20), level])).toEqual([
      ['Phát chuyên mục nước', 'sure'],
      ['Tổ chức hội nghị tuy', 'look'],
      ['Tham gia hội thi tìm', 'unread'],
    ])
    const again = await upload(docx, 'bản khác tên.docx')
    expect(again.headers.get('location')).toBe(`/van-ban/${shaOf(answer)}?xong=da-co`)
  })

  test('a .doc comes in, says what it lacks, and becomes a draft once that is looked at', async () => {
    const doc = new Uint8Array(
      await readFile(new URL('../../fixtures/documents/office/ke-hoach.doc', import.meta.url)),
    )
    const sha = shaOf(await upload(doc, 'ke-hoach.doc'))
    expect(await sourceBytes(house.db, UNIT, sha)).toEqual({ name: 'ke-hoach.doc', bytes: doc })
    const page = await (await house.ask(`/van-ban/${sha}`, { cookie: lan })).text()
    expect(page).toContain('Tệp .doc không cho biết số thứ tự tự động')
    expect(page).toContain('có thể là ô gộp')
    const made = await send(`/van-ban/${sha}/du-thao`, [['phien', String((await kept(sha)).version)]])
    const [, id = ''] = /ke-hoach\/([^/]+)\/ban\/1/.exec(made.headers.get('location') ?? '') ?? []
    const draft = await findEdition(house.db, UNIT, id, 1)
    expect(draft?.plan.obligations).toHaveLength(6)
  })

  test('a text that is pasted is read likewise', async () => {
    const body = new URLSearchParams({ noiDung: ISSUED.join('\n').replace('12/KH', '13/KH') })
    const answer = await house.ask('/ke-hoach/nhan', { method: 'POST', body, cookie: lan })
    expect((await kept(shaOf(answer))).review.head).toMatchObject({ number: '13/KH-UBND', year: 2026 })
  })

  test('a year that only its sentences speak of waits until somebody says it', async () => {
    const lines = [
      ...['UBND XÃ THỬ', 'KẾ HOẠCH', 'Tuyên truyền nước sạch', '---', 'Để làm tốt việc này trong năm 2026.'],
      ...['I. NHIỆM VỤ', '1. Treo băng rôn', '- Chủ trì: Văn phòng UBND xã', '- Thời gian: trước ngày 15/4'],
    ]
    const sha = shaOf(await upload(textOf(lines), 'khong-nam.txt'))
    expect((await kept(sha)).review).toMatchObject({
      head: { year: 2026, yearGuessed: true },
      obligations: [{ level: 'look' }],
    })
    expect(await (await house.ask(`/van-ban/${sha}`, { cookie: lan })).text()).toContain('năm 2026 lấy theo')
    const form = await house.ask(`/van-ban/${sha}/chung`, { cookie: lan })
    const version = /name="phien" value="(\d+)"/.exec(await form.text())?.[1] ?? ''
    const said: Entry[] = [
      ['phien', version],
      ['p-ten', 'Tuyên truyền nước sạch'],
      ['p-nam', '2026'],
      ['p-hieu-luc', '2026-01-01'],
    ]
    expect((await send(`/van-ban/${sha}/chung`, said)).status).toBe(303)
    expect((await kept(sha)).review).toMatchObject({ head: { year: 2026 }, obligations: [{ level: 'sure' }] })
  })

  test('what cannot be read is refused with one sentence', async () => {
    const scan = await upload(textOf(['%PDF-1.4 hỏng']), 'quet.pdf')
    expect(scan.status).toBe(400)
    expect(await scan.text()).toContain('Tệp hỏng hoặc tải chưa trọn vẹn')
    const letter = await upload(
      textOf(['Kính gửi các thôn.', 'Đề nghị các thôn quan tâm, phối hợp.']),
      'thu.txt',
    )
    expect(await letter.text()).toContain('Không tìm thấy nhiệm vụ nào')
  })
})

describe('the review', () => {
  test('shows the text with its quotes marked, doubtful obligations first', async () => {
    const sha = await fresh()
    const page = await (await house.ask(`/van-ban/${sha}`, { cookie: lan })).text()
    expect(page).toContain('Đọc được 3 nhiệm vụ:')
    expect(page).toContain('<p class="from-here is-look">')
    expect(page.match(/class="card review-card/g)).toHaveLength(2)
    expect(page).toContain('Chưa tạo được bản dự thảo')
  })

  test('an obligation is written in the form, another skipped, and the rest becomes a draft of the office', async () => {
    const sha = await fresh()
    const { review, version } = await kept(sha)
    const [, second, third] = review.obligations
    if (!second || !third) throw new Error('three obligations')
    const lead: Entry[] = [
      ['viec', 'dung'],
      ['tra-loi', 'giu'],
      ['chu-tri', 'Phòng Kinh tế'],
      ['phien', String(version)],
    ]
    expect((await send(`/van-ban/${sha}/nhiem-vu/${encodeURIComponent(second.id)}`, lead)).status).toBe(303)
    const refused = await send(`/van-ban/${sha}/du-thao`, [['phien', '2']])
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain(`${third.clause} chưa đọc được thời gian thực hiện`)
    const form: Entry[] = [
      ...fillReviewed(third).filter(([name]) => name !== 'loai'),
      ['loai', 'window'],
      ['kh-tu', '1/9/2026'],
      ['kh-den', '30/9/2026'],
      ['kh-lan', '1'],
      ['phien', '2'],
      ['viec', 'luu'],
    ]
    const path = `/van-ban/${sha}/nhiem-vu/${encodeURIComponent(third.id)}/sua`
    expect((await send(path, form)).headers.get('location')).toContain('xong=luu')
    const made = await send(`/van-ban/${sha}/du-thao`, [['phien', '3']])
    const [, plan = '', n = ''] =
      /ke-hoach\/([^/]+)\/ban\/(\d+)/.exec(made.headers.get('location') ?? '') ?? []
    const edition = await findEdition(house.db, UNIT, plan, Number(n))
    expect(edition).toMatchObject({ origin: 'document', originOf: 'ke-hoach.txt', state: 'draft' })
    expect(edition?.plan).toMatchObject({ unit: { code: UNIT }, year: 2026 })
    expect(edition?.plan.obligations.map(({ lead, cadence }) => [lead, cadence.kind])).toEqual([
      ['Phòng Văn hóa - Xã hội', 'rate'],
      ['Phòng Kinh tế', 'window'],
      ['Đoàn thanh niên xã', 'window'],
    ])
  })

  test('two people: about another obligation both stand, about the same one the second is told', async () => {
    const sha = await fresh()
    const { review } = await kept(sha)
    const at = (i: number) =>
      `/van-ban/${sha}/nhiem-vu/${encodeURIComponent(review.obligations[i]?.id ?? '')}`
    const skip: Entry[] = [
      ['viec', 'bo'],
      ['phien', '1'],
    ]
    expect((await send(at(2), skip)).status).toBe(303)
    expect((await send(at(1), skip, hoa)).status).toBe(303)
    const late = await send(
      at(2),
      [
        ['viec', 'tach'],
        ['phien', '1'],
      ],
      hoa,
    )
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('Điều anh/chị vừa chọn chưa được ghi')
    expect((await kept(sha)).review.obligations.map(({ state }) => state)).toEqual([
      'open',
      'skipped',
      'skipped',
    ])
  })

  test('obligations are split and merged, and a line that was left out becomes one', async () => {
    const sha = await fresh()
    const id = (await kept(sha)).review.obligations[1]?.id ?? ''
    const path = `/van-ban/${sha}/nhiem-vu/${encodeURIComponent(id)}`
    const apart = await send(path, [
      ['viec', 'tach'],
      ['phien', '1'],
    ])
    expect(apart.headers.get('location')).toContain('/sua')
    expect((await kept(sha)).review.obligations).toHaveLength(4)
    await send(path, [
      ['viec', 'gop'],
      ['phien', '2'],
    ])
    expect((await kept(sha)).review.obligations).toHaveLength(3)
    const line = (await kept(sha)).review.leftOut.findIndex(({ text }) => text.includes('tối đa 02 buổi'))
    const form = await (await house.ask(`/van-ban/${sha}/them?dong=${line}`, { cookie: lan })).text()
    expect(form).toContain('tối đa 02 buổi')
    const written: Entry[] = [
      ...[
        ['ma', 'III.9'],
        ['ten', 'Phát tờ rơi'],
        ['kenh', 'print'],
        ['trich', 'phát tối đa 02 buổi'] as const,
      ],
      ...[['loai', 'window'], ['kh-tu', '1/9/2026'], ['kh-den', '30/9/2026'], ['kh-lan', '1'] as const],
      ...[['phien', '3'], ['dong', String(line)], ['viec', 'luu'] as const],
    ].map(([a = '', b = '']) => [a, b])
    expect((await send(`/van-ban/${sha}/them`, written)).status).toBe(303)
    const { review } = await kept(sha)
    expect(review.obligations.map(({ title }) => title)).toContain('Phát tờ rơi')
    expect(review.leftOut.some(({ text }) => text.includes('tối đa 02 buổi'))).toBe(false)
  })
})

describe('the API', () => {
  let token = ''
  beforeAll(async () => {
    const made = await createToken(house.db, { unit: UNIT, name: 'Máy', role: 'officer' }, MONDAY)
    token = made.ok ? made.value.secret : ''
  })
  const post = (lines: readonly string[]) => {
    const body = new FormData()
    body.set('origin', 'document')
    body.set('tep', new File([textOf(lines)], 'kh.txt'))
    return house.ask('/api/v1/plans/nuoc-sach-2026/editions', {
      ...{ method: 'POST', body },
      headers: { authorization: `Bearer ${token}` },
    })
  }

  test('a document that can be read whole is a draft at once', async () => {
    const answer = await post(ISSUED.filter((_, i) => i < 19 || i > 21))
    expect(answer.status).toBe(201)
    expect(await answer.json()).toMatchObject({
      edition: { number: 1, origin: 'document', state: 'draft' },
      changes: { obligations: { removed: [] } },
    })
  })

  test('one that is not names each place', async () => {
    const answer = await post(ISSUED)
    expect(answer.status).toBe(409)
    const { review } = await kept((await listSources(house.db, UNIT, 1))[0]?.sha256 ?? '')
    expect(await answer.json()).toMatchObject({
      code: 'conflict',
      errors: [{ path: `obligations.${review.obligations[2]?.id}.when`, code: 'unread' }],
    })
  })
})
