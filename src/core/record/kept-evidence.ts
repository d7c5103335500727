/** What may be kept as evidence, and why something may not, in one sentence each. */
import {
  type FileLimits,
  KEPT,
  KEPT_KINDS,
  type KeptKind,
  MOST_FILES,
  STRUCK_KEPT_DAYS,
} from '../kept-file.ts'
import { fail, invalid, ok, type Result } from '../problem.ts'
import { tidy } from '../text.ts'
import { sizeInWords } from '../words/figures.ts'
import { kindOfFile } from './file-kind.ts'

export type Sent = { name: string; bytes: Uint8Array<ArrayBuffer> }
export type Judged = Sent & { kind: KeptKind }

/** All of what was sent, or none of it. */
export function judgeFiles(files: readonly Sent[], limits: FileLimits): Result<Judged[]> {
  if (!files.length) return refuse('Chưa chọn tệp nào.', 'no-file')
  if (files.length > MOST_FILES) return refuse(`Mỗi lần gửi nhiều nhất ${MOST_FILES} tệp.`, 'too-many-files')
  const judged = files.map((file) => judge(file, limits))
  const wrong = judged.find((one) => !one.ok)
  if (wrong && !wrong.ok) return wrong
  return ok(judged.flatMap((one) => (one.ok ? [one.value] : [])))
}

function judge({ name, bytes }: Sent, limits: FileLimits): Result<Judged> {
  const called = `Tệp “${tidy(name) || 'không tên'}”`
  if (!bytes.byteLength) return refuse(`${called} rỗng: chưa tệp nào được giữ.`, 'empty-file')
  const kind = kindOfFile(bytes)
  if (kind === null)
    return refuse(
      `${called} không phải ảnh (JPEG, PNG, WebP, HEIC), ghi âm (MP3, M4A, OGG, WAV) hay PDF: chưa tệp nào được giữ.`,
      'unknown-kind',
    )
  const most = limits[KEPT[kind].limit]
  if (bytes.byteLength > most)
    return fail({
      kind: 'too-large',
      detail: `${called} lớn hơn ${sizeInWords(most)}: chưa tệp nào được giữ.`,
    })
  return ok({ name: nameOf(name, kind), bytes, kind })
}

const refuse = (detail: string, code: string) => invalid(detail, [{ path: ['tep'], code, message: detail }])

const LONGEST_NAME = 200

/** Without folders; what it says it is, it is: a recording called `.jpg` gets its own ending besides. */
function nameOf(name: string, kind: KeptKind): string {
  const own = tidy(name.split(/[\\/]/).at(-1) ?? '')
  const { ending } = KEPT[kind]
  const [, stem = '', said = ''] = /^(.*?)(?:\.([^.]*))?$/s.exec(own) ?? []
  const fits = ENDINGS[kind].includes(said.toLowerCase())
  return `${(fits ? stem : own).slice(0, LONGEST_NAME) || 'tep'}.${fits ? said : ending}`
}

const ENDINGS: Record<KeptKind, string[]> = {
  ...(Object.fromEntries(KEPT_KINDS.map((kind) => [kind, [KEPT[kind].ending]])) as Record<
    KeptKind,
    string[]
  >),
  jpeg: ['jpg', 'jpeg', 'jfif'],
  heic: ['heic', 'heif'],
  m4a: ['m4a', 'mp4', 'm4b', '3gp', 'aac'],
  ogg: ['ogg', 'oga', 'opus'],
}

/** Null where it still fits. */
export const quotaProblem = (bytes: number, more: number, { quota }: FileLimits) =>
  bytes + more <= quota
    ? null
    : fail({
        kind: 'too-large',
        detail: `Đơn vị đã giữ ${sizeInWords(bytes)} minh chứng trong ${sizeInWords(quota)}: không còn chỗ cho ${sizeInWords(more)} nữa. Rút bớt minh chứng cũ (chỗ trống có sau ${STRUCK_KEPT_DAYS} ngày), hoặc nhờ quản trị máy chủ nâng mức; đường dẫn thì vẫn ghi được.`,
      })
