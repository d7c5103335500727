/** Text of files as offices save them: Unicode with or without its mark. Older alphabets are refused, not guessed. */
import { invalid, ok, type Result } from '../problem.ts'

const MARKS: [bytes: number[], encoding: string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]

const NOT_UNICODE =
  'Tệp không viết bằng Unicode (có thể là Windows-1258, TCVN3 hoặc VNI). Hãy mở tệp bằng Excel, chọn Lưu thành, loại “CSV UTF-8”, rồi nhập lại.'

export function decodeText(bytes: Uint8Array): Result<string> {
  const mark = MARKS.find(([start]) => start.every((byte, i) => bytes[i] === byte))
  if (!mark && bytes.includes(0)) return invalid('Tệp không phải văn bản: hãy chọn tệp .csv hoặc .xlsx.')
  const text = decode(bytes, mark?.[1])
  return text === null ? invalid(NOT_UNICODE) : ok(text)
}

/** Null for bytes that are no text in this encoding. */
export function decode(bytes: Uint8Array, encoding = 'utf-8'): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
