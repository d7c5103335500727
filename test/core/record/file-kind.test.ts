import { expect, test } from 'vitest'
import { MIB } from '../../../src/core/kept-file.ts'
import { kindOfFile } from '../../../src/core/record/file-kind.ts'
import { judgeFiles } from '../../../src/core/record/kept-evidence.ts'
import { FILES, OTHERS } from '../../support/sample-files.ts'

test.each(Object.entries(FILES))('%s is told by its first bytes', (kind, bytes) => {
  expect(kindOfFile(bytes)).toBe(kind)
})

test.each(Object.entries(OTHERS))('%s is kept under no name', (_, bytes) => {
  expect(kindOfFile(bytes)).toBeNull()
})

test('whatever is cut off or changed, nothing throws and nothing hangs', () => {
  for (const bytes of [...Object.values(FILES), ...Object.values(OTHERS)])
    for (let length = 0; length < bytes.length; length++) {
      kindOfFile(bytes.slice(0, length))
      kindOfFile(bytes.map((byte, i) => (i === length ? 0xff : byte)))
    }
})

const LIMITS = { photo: MIB, recording: 2 * MIB, quota: 9 * MIB }
const told = (...files: { name: string; bytes: Uint8Array<ArrayBuffer> }[]) => {
  const judged = judgeFiles(files, LIMITS)
  return judged.ok ? judged.value.map(({ name, kind }) => `${kind} ${name}`) : judged.problem.detail
}

test.each([
  ['IMG_1.JPG', 'jpeg', 'jpeg IMG_1.JPG'],
  ['C:\\anh\\le ra quan.jpeg', 'jpeg', 'jpeg le ra quan.jpeg'],
  ['../../etc/passwd', 'png', 'png passwd.png'],
  ['ghi-am.jpg', 'mp3', 'mp3 ghi-am.jpg.mp3'],
  ['', 'ogg', 'ogg tep.ogg'],
  ['Phát thanh.mp4', 'm4a', 'm4a Phát thanh.mp4'],
] as const)('a file called “%s” that is %s', (name, kind, expected) => {
  expect(told({ name, bytes: FILES[kind] })).toEqual([expected])
})

test('one that is wrong keeps all of them out, and is named', () => {
  const good = { name: 'a.jpg', bytes: FILES.jpeg }
  const heavy = (kind: 'jpeg' | 'mp3', size: number) => {
    const bytes = new Uint8Array(size)
    bytes.set(FILES[kind])
    return { name: `nang.${kind}`, bytes }
  }
  expect([
    told(good, { name: 'x.jpg', bytes: OTHERS['a drawing with a script'] }),
    told(good, { name: 'trong.jpg', bytes: OTHERS.nothing }),
    told(good, heavy('jpeg', MIB + 1)),
    told(heavy('mp3', 2 * MIB + 1)),
    told(...Array(11).fill(good)),
    told(),
  ]).toEqual([
    'Tệp “x.jpg” không phải ảnh (JPEG, PNG, WebP, HEIC), ghi âm (MP3, M4A, OGG, WAV) hay PDF: chưa tệp nào được giữ.',
    'Tệp “trong.jpg” rỗng: chưa tệp nào được giữ.',
    'Tệp “nang.jpeg” lớn hơn 1 MB: chưa tệp nào được giữ.',
    'Tệp “nang.mp3” lớn hơn 2 MB: chưa tệp nào được giữ.',
    'Mỗi lần gửi nhiều nhất 10 tệp.',
    'Chưa chọn tệp nào.',
  ])
  expect(told(heavy('jpeg', MIB))).toEqual(['jpeg nang.jpeg'])
})
