import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { planData } from '../../../src/core/document/plan-data.ts'
import type { Proposal, ProposedObligation } from '../../../src/core/document/proposal.ts'
import { readSource } from '../../../src/core/document/read-source.ts'
import { parsePlan } from '../../../src/core/plan/parse-plan.ts'
import { textSource } from '../../../src/documents/plain-text.ts'
import { SAME } from '../../support/documents.ts'
import { scoreOfGold } from '../../support/gold.ts'
import { golden } from '../../support/golden.ts'

const FOLDER = new URL('../../fixtures/documents/', import.meta.url)
const NAMES = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'))
const textOf = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8')

function read(text: string, year: number | null = null): Proposal {
  const proposal = readSource(textSource(text), year)
  if ('code' in proposal) throw new Error(proposal.code)
  return proposal
}

/** The reading of a phrase is held elsewhere; here its kind and its days. */
const timeOf = ({ kind, window, before }: ProposedObligation['when']): string =>
  [kind, window?.from, window?.to, before && `trước ${before}`].filter(Boolean).join(' ')

const line = ({ id, level, title, lead, support, when, doubts }: ProposedObligation): string => {
  const said = [...new Set(doubts.map(({ code }) => code))].join(', ')
  return `${id} [${level}] ${title}\n    ${lead ?? '?'} + ${support.join('; ')}\n    ${when.verbatim} → ${timeOf(when)} ${said}`.trimEnd()
}

function told({ plan, obligations, topics, leftOut }: Proposal): string {
  const head = `${plan.title}\n${plan.unit.name} · ${plan.number} · ${plan.issued} · ${plan.year}`
  const rest = [
    ...topics.map(({ id, title }) => `chủ đề ${id}: ${title}`),
    ...leftOut.map(({ text, why }) => `ngoài: ${text} (${why})`),
  ]
  return `${[head, ...obligations.map(line), ...rest].join('\n\n')}\n`
}

describe('plans of many shapes', () => {
  test.each(NAMES)('%s is read as a careful reader would', (name) => {
    const actual = told(read(textOf(name)))
    expect(actual).toBe(golden(`documents/${name}`, actual))
  })

  test.each(NAMES)('each quote of %s is cut from the text as it was kept', (name) => {
    const text = textOf(name).normalize('NFD')
    const quotes = read(text).obligations.map(({ quote, place }) => [quote, text.slice(place.from, place.to)])
    expect(quotes.map(([quote]) => quote)).toEqual(quotes.map(([, cut]) => cut))
  })

  test.each(NAMES)('what is proposed from %s is a plan file, once what waits is said', (name) => {
    const data = planData(read(textOf(name)))
    const known = { ...data, obligations: data.obligations.filter(({ cadence }) => cadence !== null) }
    expect(parsePlan(known)).toMatchObject({ ok: true })
  })
})

test('a total that the rhythm does not give is declared, and cuts its rule not short', () => {
  const lines = [
    'UBND XÃ THỬ',
    'KẾ HOẠCH',
    'Truyền thanh năm 2026',
    'I. NHIỆM VỤ',
    '1. Chuyên mục Nước sạch',
    '- Chủ trì: Phòng Văn hóa.',
  ]
  const [obligation] = read(`${lines.join('\n')}\n- Tần suất: 01 số/tuần (40 số/năm).\n`).obligations
  expect(obligation?.doubts.map(({ code }) => code)).toContain('total-mismatch')
  expect(obligation?.cadence).toMatchObject({ declared: 40, rrule: 'FREQ=WEEKLY;BYDAY=TU' })
})

test('a letterhead whose narrow cells break the motto, and a title in the paragraph of its kind', () => {
  const lines = [
    'ỦY BAN NHÂN DÂN',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT',
    'NAM',
    'XÃ ĐĂK TÔ',
    'Độc lập - Tự do - Hạnh phúc',
    'KẾ HOẠCH Truyền thông về giảm nghèo năm 2027',
    'I. NHIỆM VỤ',
    '1. Tổ chức 06 buổi đối thoại, từ tháng 4 đến tháng 9, mỗi tháng 01 thôn.',
  ]
  const { plan, obligations } = read(lines.join('\n'))
  expect([plan.unit.name, plan.title]).toEqual(['UBND xã Đăk Tô', 'Truyền thông về giảm nghèo năm 2027'])
  expect(obligations[0]?.cadence).toMatchObject({
    kind: 'rate',
    window: { from: '2027-04-01', to: '2027-09-30' },
  })
})

test('of two offices named for one point none leads, and the officer is told both', () => {
  const doubts =
    read(textOf('ba-dot.txt')).obligations[1]?.doubts.filter(({ field }) => field === 'lead') ?? []
  expect(doubts).toEqual([
    expect.objectContaining({
      code: 'missing-lead',
      message: expect.stringMatching(/hãy chọn cơ quan chủ trì: Trạm Y tế phường; Phòng Văn hóa - Xã hội\.$/),
    }),
  ])
})

const signature = ({ obligations }: Proposal) =>
  obligations.map(({ id, level, lead, when: { verbatim: _, doubt: __, ...when } }) => ({
    ...{ id, level, when },
    lead: lead
      ?.normalize('NFC')
      .replace(/[–—]/g, '-')
      .replace(/uỷ/g, 'ủy')
      .replace(/Uỷ/g, 'Ủy')
      .replace(/hoá/g, 'hóa'),
  }))

describe('a copy that means the same is read the same', () => {
  test.each(NAMES.flatMap((name) => Object.keys(SAME).map((change) => [name, change] as const)))(
    '%s with %s',
    (name, change) => {
      const text = textOf(name)
      expect(signature(read(SAME[change]?.(text) ?? ''))).toEqual(signature(read(text)))
    },
  )
})

test('texts with a careful reading of their own: what must be found is, and what is sure is right', () => {
  const score = scoreOfGold()
  expect(score).toMatchObject({
    must: 91,
    mustFound: 91,
    should: 7,
    shouldFound: 7,
    sureFalse: 0,
    refused: 1,
  })
  expect(score.lead / score.matched).toBeGreaterThan(0.93)
  expect(score.kind / score.matched).toBeGreaterThan(0.95)
  expect(score.dates).toBe(score.dated)
  expect(score.sureWrong).toBeLessThanOrEqual(1)
})

const HEAD = `ỦY BAN NHÂN DÂN
XÃ THỬ NGHIỆM
Số: 9/KH-UBND
Thử Nghiệm, ngày 05 tháng 01 năm 2026
KẾ HOẠCH
Tuyên truyền về chuyển đổi số năm 2026
`
const codes = (proposal: Proposal) =>
  proposal.obligations.map(({ id, level, doubts }) => [id, level, ...new Set(doubts.map(({ code }) => code))])

describe('what an author got wrong is kept and said', () => {
  test('two sections II: the second one is told, ids stay apart', () => {
    const obligation = (title: string) =>
      `1. ${title}\n- Chủ trì: Văn phòng UBND xã\n- Thời gian: Tháng 4/2026\n`
    const text = `${HEAD}I. NHIỆM VỤ\n${obligation('Treo băng rôn')}II. GIẢI PHÁP\n${obligation('Phát thanh')}II. TỔ CHỨC\n${obligation('Họp thôn')}`
    expect(codes(read(text))).toEqual([
      ['I.1', 'sure'],
      ['II.1-1', 'sure'],
      ['II.1-2', 'look', 'numbering'],
    ])
  })

  test('days that are not, and years that cannot be', () => {
    const obligation = (n: number, when: string) =>
      `${n}. Việc ${n} của xã\n- Chủ trì: Văn phòng UBND xã\n- Thời gian hoàn thành: ${when}\n`
    const text = `${HEAD}I. NHIỆM VỤ\n${obligation(1, 'trước ngày 31/4/2026')}${obligation(2, 'trước ngày 30/3/2025')}${obligation(4, '')}`
    expect(codes(read(text))).toEqual([
      ['I.1', 'unread', 'no-such-day'],
      ['I.2', 'unread', 'year-outside-plan'],
      ['I.4', 'unread', 'numbering', 'two-readings'],
    ])
  })

  test('automatic numbers that were lost: the obligations are there, without clauses of their own', () => {
    const obligation = (title: string) =>
      `${title}\nCơ quan chủ trì: Văn phòng UBND xã\nThời gian thực hiện: Quý II\n`
    expect(
      codes(read(`${HEAD}I. NHIỆM VỤ\n${obligation('Phát bản tin trên loa')}${obligation('Treo băng rôn')}`)),
    ).toEqual([
      ['I-1', 'look', 'numbering'],
      ['I-2', 'look', 'numbering'],
    ])
  })

  test('a plan for several years asks for its year, and has one when somebody says it', () => {
    const head = HEAD.replace('số năm 2026', 'số giai đoạn 2026 - 2030')
    const text = `${head}I. NHIỆM VỤ\n1. Xây dựng chuyên trang\n- Chủ trì: Văn phòng UBND xã\n- Thời gian hoàn thành: Quý II/2027\n`
    const years = [read(text), read(text, 2027)].map((proposal) => [proposal.plan.year, ...codes(proposal)])
    expect(years).toEqual([
      [null, ['I.1', 'unread', 'year-outside-plan']],
      [2027, ['I.1', 'sure']],
    ])
  })
})

describe('what stands in dashes under a time', () => {
  test('a bare "Quý I" is a heading; hours and counts of several words are read', () => {
    const text = `${HEAD}I. NỘI DUNG VÀ THỜI GIAN\n1. Quý I\n- Tháng 01: Tuyên truyền mừng Đảng, mừng Xuân.\n2. Thường xuyên\n- Phát thanh bản tin địa phương: hằng ngày trước 5h30.\nII. PHÂN CÔNG\n1. Các thôn: mỗi thôn tổ chức 01 buổi họp/quý.\n`
    expect(read(text).obligations.map(({ id, level, when }) => [id, level, when.verbatim])).toEqual([
      ['I.1', 'look', 'Tháng 01'],
      ['I.2', 'look', 'hằng ngày trước 5h30'],
      ['II.1', 'look', '01 buổi họp/quý'],
    ])
  })

  test('a title that was joined to the first sentence ends before it', () => {
    const text = `${HEAD.replace(/\n$/, '')} Căn cứ Kế hoạch số 9/KH-UBND ngày 05/01/2026 của tỉnh;\nI. NHIỆM VỤ\n1. Treo băng rôn\n- Chủ trì: Văn phòng UBND xã\n- Thời gian: Quý II\n`
    expect(read(text).plan.title).not.toContain('Căn cứ')
  })
})

describe('the year of a plan whose title names none', () => {
  const OBLIGATION =
    'I. NHIỆM VỤ\n1. Treo băng rôn tại trụ sở\n- Chủ trì: Văn phòng UBND xã\n- Thời gian hoàn thành: trước ngày 15/4\n'
  const plan = (above: string, below: string) =>
    read(`UBND XÃ THỬ\n${above}\nKẾ HOẠCH\nTuyên truyền cải cách hành chính\n---\n${below}\n${OBLIGATION}`)
  test.each([
    ['beside its number', 'Số: 9/KH-UBND ngày 05/01/2026', '', 2026, ['sure']],
    ['in its day of issue', 'Thử, ngày 08 tháng 01 năm 2026', 'Kết quả năm 2025 đã tốt.', 2026, ['sure']],
    [
      'in its sentences alone',
      '',
      'Để làm tốt việc này trong năm 2026.',
      2026,
      ['look', 'year-outside-plan'],
    ],
    [
      'in December, for the next',
      'Thử, ngày 28 tháng 12 năm 2025',
      'Nhiệm vụ của năm 2026 như sau.',
      2026,
      ['look', 'year-outside-plan'],
    ],
    [
      'of another document',
      '',
      'Theo Kế hoạch số 12/KH-UBND ngày 05/01/2026 của tỉnh.',
      null,
      ['unread', 'year-outside-plan'],
    ],
    ['nowhere', '', '', null, ['unread', 'year-outside-plan']],
  ] as const)('%s', (_, above, below, year, said) => {
    const proposal = plan(above, below)
    expect([proposal.plan.year, ...codes(proposal)]).toEqual([year, ['I.1', ...said]])
  })
})

describe('a text is refused', () => {
  const ocr = readFileSync(new URL('../plans/quang-ngai-117-2022.ocr.txt', FOLDER), 'utf8')
  const resolution = `${HEAD.replace('KẾ HOẠCH', 'NGHỊ QUYẾT')}I. MỤC TIÊU\n1. Đến năm 2028, số hóa 100% hồ sơ.\nII. GIẢI PHÁP\n1. Nâng cao nhận thức của cán bộ, đảng viên.\n`
  const timetable = `${HEAD}I. CHƯƠNG TRÌNH\n| Thời gian | Nội dung | Phụ trách |\n| 7h00 - 7h30 | Chào cờ | Văn phòng |\n| 7h30 - 9h00 | Sinh hoạt | Văn phòng |\n`
  test.each([
    ['whose marks recognition ruined', ocr, 'unreadable'],
    ['without marks', 'Ke hoach tuyen truyen cai cach hanh chinh nam 2026 cua xa. '.repeat(9), 'unreadable'],
    ['of a resolution that gives nobody anything to do', resolution, 'no-obligations'],
    ['of a timetable of hours', timetable, 'no-obligations'],
    ['of nothing', ' \n ', 'no-obligations'],
  ])('%s', (_, text, code) => {
    expect(readSource(textSource(text), null)).toMatchObject({ code })
  })
})

test('a "bản tin" that a heading or its own words put on air is no printed bulletin', () => {
  const { obligations } = read(textOf('giao-viec.txt'))
  expect(obligations.find(({ id }) => id === 'III.1.a')?.channels).toEqual(['loudspeaker'])
})

test.each([
  ['dai-truyen-thanh.txt', 'II.1', 'the plan is a loudspeaker’s'],
  ['bang-chi-tieu-thoi-gian.txt', 'II.6', 'the column of counts says "phát thanh"'],
])('%s: the channel of %s stands elsewhere: %s', (name, clause) => {
  const { obligations } = read(textOf(name))
  expect(obligations.find((one) => one.clause === clause)?.channels).toEqual(['loudspeaker'])
})
