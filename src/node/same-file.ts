/** A database's file that is moved away or replaced while it is open would take what is recorded along with it. */
import { statSync } from 'node:fs'
import type { Client } from '@libsql/client'
import { DatabaseUnavailable } from '../store/server.ts'

const CALLS = new Set<string | symbol>(['execute', 'batch', 'migrate', 'transaction', 'executeMultiple'])

/**
 * The client of an open file. Its calls fail once another file, or none, stands under the name: SQLite would go on
 * with the one that it opened, and nothing written there is found again after the next start.
 */
export function onSameFile(client: Client, file: string): Client {
  const opened = inodeOf(file)
  return new Proxy(client, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name, target)
      if (typeof member !== 'function') return member
      if (!CALLS.has(name)) return member.bind(target)
      return (...args: unknown[]) =>
        inodeOf(file) === opened
          ? (member.apply(target, args) as unknown)
          : Promise.reject(new DatabaseUnavailable(REPLACED))
    },
  })
}

const REPLACED =
  'tệp dữ liệu đã bị thay hoặc bị chuyển đi khi máy chủ đang chạy; hãy đặt lại đúng tệp rồi khởi động lại'

/** Null where no file is. */
export const inodeOf = (file: string): number | null => statSync(file, { throwIfNoEntry: false })?.ino ?? null
