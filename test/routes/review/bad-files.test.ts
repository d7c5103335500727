/** Every kind of file that offices send and nobody can read: one sentence and one code, in the page and on the command line. */
import { readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { calendars } from '../../../src/calendars.ts'
import { REFUSALS, type RefusalCode } from '../../../src/core/document/refusal.ts'
import { listSources } from '../../../src/store/sources.ts'
import { adopt } from '../../support/adopt.ts'
import { commandLine } from '../../support/command-line.ts'
import { docxOf, paragraph, pdfOf } from '../../support/documents.ts'
import { ISSUED } from '../../support/issued-plan.ts'
import { addOfficer } from '../../support/people.ts'
import { samplePlan } from '../../support/plans.ts'
import { MONDAY, testHouse } from '../../support/test-house.ts'

const UNIT = 'xa-ngok-tu'
const house = await testHouse({})
afterAll(() => house[Symbol.asyncDispose]())
let lan = ''
beforeAll(async () => {
  await adopt(house.db, UNIT, samplePlan('ngok-tu-2025'), calendars, MONDAY)
  lan = await addOfficer(house.db, UNIT, { username: 'lan', password: 'Gió mùa đông bắc' })
})

const WORD = docxOf(ISSUED.map((line) => paragraph(line)).join(''))
const MEGABYTE = 1024 * 1024
const ocr = readFileSync(new URL('../../fixtures/plans/quang-ngai-117-2022.ocr.txt', import.meta.url))
const HEAD = ISSUED.slice(0, 4).join('\n')

const container = (stream: string): Uint8Array => {
  const bytes = new Uint8Array(2048)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  bytes.set(Uint8Array.from(Buffer.from(stream, 'utf16le')), 1024)
  return bytes
}

/** As a PDF is locked: whoever opens it is asked for the word. */
const lockedPdf = (): Uint8Array => {
  const key = '<'.concat('5a'.repeat(32), '>')
  const lock = `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >> /ID [<00> <00>] `
  const file = new TextDecoder('latin1').decode(pdfOf(['Ke hoach tuyen truyen cua xa']))
  return strToU8(file.replace('trailer << ', `trailer << ${lock}`))
}

const RESOLUTION = `${HEAD}\nNGHỊ QUYẾT\nVề phát triển chính quyền số\nI. MỤC TIÊU\n1. Đến năm 2028, số hóa 100% hồ sơ.\nII. GIẢI PHÁP\n1. Nâng cao nhận thức của cán bộ, đảng viên.\n`
const TIMETABLE = `${HEAD}\nLỊCH SINH HOẠT\n| Thời gian | Nội dung | Phụ trách |\n| 7h00 - 7h30 | Chào cờ | Thầy An |\n| 7h30 - 9h00 | Sinh hoạt lớp | Cô Bình |\n`

const BAD: [what: string, name: string, bytes: Uint8Array, code: RefusalCode][] = [
  ['pictures of paper', 'quet.pdf', pdfOf(['', '', '']), 'scan'],
  ['pictures with a page number each', 'quet.pdf', pdfOf(['1', '2', '3']), 'scan'],
  ['recognised text without its marks', 'nhan-dang.txt', new Uint8Array(ocr), 'unreadable'],
  ['a Word file with a password', 'mat.docx', container('EncryptedPackage'), 'encrypted'],
  ['a PDF with a password', 'mat.pdf', lockedPdf(), 'encrypted'],
  ['half a Word file', 'nua.docx', WORD.slice(0, WORD.length / 2), 'broken'],
  ['half a PDF', 'nua.pdf', strToU8('%PDF-1.7\n1 0 obj\n<< /Type /Catalog'), 'broken'],
  ['a zip bomb', 'bom.docx', zipSync({ 'word/document.xml': new Uint8Array(20 * MEGABYTE) }), 'unsafe'],
  [
    'a declaration of entities',
    'dtd.docx',
    zipSync({ 'word/document.xml': strToU8('<!DOCTYPE w [<!ENTITY a "b">]><w:document>&a;</w:document>') }),
    'unsafe',
  ],
  [
    '200 pages',
    'dai.pdf',
    pdfOf(Array.from({ length: 200 }, () => 'Ke hoach tuyen truyen cua xa')),
    'too-long',
  ],
  ['an archive of files', 'tep.zip', zipSync({ 'ke-hoach.txt': strToU8('Kế hoạch') }), 'unsupported'],
  [
    'a LibreOffice text',
    'ke-hoach.odt',
    zipSync({
      mimetype: strToU8('application/vnd.oasis.opendocument.text'),
      'content.xml': strToU8('<office/>'),
    }),
    'unsupported',
  ],
  ['RTF called .doc', 'ke-hoach.doc', strToU8('{\\rtf1\\ansi K\\u7871? ho\\u7841?ch}'), 'unsupported'],
  [
    'a web page called .doc',
    'ke-hoach.doc',
    strToU8('\ufeff<html xmlns:w="urn:schemas-microsoft-com:office:word"><body>Kế hoạch</body></html>'),
    'unsupported',
  ],
  ['a picture', 'anh.pdf', Uint8Array.from({ length: 4000 }, (_, i) => (i * 7) % 256), 'unsupported'],
  ['a resolution that gives nobody anything to do', 'nghi-quyet.txt', strToU8(RESOLUTION), 'no-obligations'],
  ['a school’s timetable', 'lich.txt', strToU8(TIMETABLE), 'no-obligations'],
]

const upload = (bytes: Uint8Array, name: string) => {
  const body = new FormData()
  body.set('tep', new File([new Uint8Array(bytes)], name))
  return house.ask('/ke-hoach/nhan', { method: 'POST', body, cookie: lan })
}

describe('a file that cannot be read', () => {
  test.each(BAD)('%s: %s', async (_, name, bytes, code) => {
    const answer = await upload(bytes, name)
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain(REFUSALS[code].replaceAll('"', '&quot;'))
    expect(await listSources(house.db, UNIT)).toEqual([])
    const ran = await commandLine({ files: { [name]: bytes } })('read', name, '--format', 'json')
    expect([ran.code, ran.err]).toEqual([1, `${name}: ${REFUSALS[code]}`])
    expect(JSON.parse(ran.out).refused).toEqual({ code, message: REFUSALS[code] })
  })
})

/** The page takes an empty choice for none, and a workbook goes to the door of workbooks. */
test.each<[what: string, name: string, bytes: Uint8Array, code: RefusalCode]>([
  ['nothing at all', 'rong.docx', new Uint8Array(0), 'empty'],
  ['a workbook', 'bang.xlsx', zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }), 'unsupported'],
])('on the command line, %s', async (_, name, bytes, code) => {
  const ran = await commandLine({ files: { [name]: bytes } })('read', name, '--format', 'json')
  expect([ran.code, ran.err]).toEqual([1, `${name}: ${REFUSALS[code]}`])
})

const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))
const soft = (text: string): string => text.replace(/(\p{L}{2})(\p{L}{3})/gu, '$1\u00ad$2')
const TEXT = ISSUED.join('\n')

const ODD: [what: string, name: string, bytes: Uint8Array][] = [
  ['a Word file called .doc', 'ke-hoach.doc', WORD],
  [
    'a Word file with macros',
    'ke-hoach.docm',
    docxOf(ISSUED.map((line) => paragraph(line)).join(''), { 'vbaProject.bin': '<x>' }),
  ],
  ['a text of two bytes a letter', 'ke-hoach.txt', utf16(TEXT)],
  ['letters and marks apart', 'ke-hoach.txt', strToU8(TEXT.normalize('NFD'))],
  ['soft hyphens', 'ke-hoach.txt', strToU8(soft(TEXT))],
  ['line ends of Windows', 'ke-hoach.txt', strToU8(TEXT.replaceAll('\n', '\r\n'))],
  ['line ends of old Macs', 'ke-hoach.txt', strToU8(TEXT.replaceAll('\n', '\r'))],
]

describe('a file that only looks odd is read like any other', () => {
  test.each(ODD)('%s', async (_, name, bytes) => {
    const { code, out } = await commandLine({ files: { [name]: bytes } })('read', name, '--format', 'json')
    const { plan, obligations } = JSON.parse(out)
    expect([code, plan.number, plan.year]).toEqual([0, '12/KH-UBND', 2026])
    expect(
      obligations.map(({ id, level, when }: { id: string; level: string; when: { kind: string } }) => [
        id,
        level,
        when.kind,
      ]),
    ).toEqual([
      ['III.1', 'sure', 'rate'],
      ['III.2', 'look', 'window'],
      ['III.3', 'unread', 'unknown'],
    ])
  })
})
