/** Messages on the console, while nobody has set up a mail server: one line each, without the address. */
import { type Channel, sent } from './channel.ts'

export const consoleChannel = (print: (line: string) => void): Channel<unknown> => ({
  reaches: false,
  send: async ({ unit, subject, url }) => {
    print(`[thư chưa gửi đi: máy chủ chưa cài đặt thư] ${unit.name}: ${subject} ${url}`)
    return sent
  },
  close: () => undefined,
})
