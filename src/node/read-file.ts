/** A file that the command line was given. */
import { readFile as readBytes } from 'node:fs/promises'
import { invalid, ok, type Result } from '../core/problem.ts'

const WHY: Record<string, (path: string) => string> = {
  ENOENT: (path) => `Không có tệp ${path}: hãy xem lại tên tệp và thư mục.`,
  EISDIR: (path) => `${path} là thư mục: hãy ghi tên một tệp.`,
  EACCES: (path) => `Không được phép đọc tệp ${path}: hãy xem lại quyền của tệp.`,
}

/** Never throws: what cannot be read is told with why. */
export async function readFile(path: string): Promise<Result<Uint8Array>> {
  try {
    return ok(new Uint8Array(await readBytes(path)))
  } catch (error) {
    const why = WHY[(error as NodeJS.ErrnoException).code ?? '']
    return invalid(why?.(path) ?? `Không đọc được tệp ${path}.`)
  }
}
