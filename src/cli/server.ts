/** `serve` and `migrate`: the server, and the schema alone. */
import { type Command, stray } from './command.ts'

export const serve: Command = {
  usage: 'serve',
  summary: 'Chạy máy chủ (mặc định ở cổng 8787)',
  english: 'Run the server (port 8787 unless PORT says otherwise)',
  options: {},
  run: async (args, world) => {
    const wrong = stray(args)
    if (wrong) return wrong
    const config = world.config()
    if (!config.ok) return config.problem
    await world.serve(config.value)
    return null
  },
}

export const migrate: Command = {
  usage: 'migrate',
  summary: 'Cập nhật cấu trúc cơ sở dữ liệu',
  english: 'Bring the database schema up to date',
  options: {},
  run: async (args, world) => {
    const wrong = stray(args)
    if (wrong) return wrong
    const config = world.config()
    if (!config.ok) return config.problem
    await world.openDb(config.value)
    world.out(`Cấu trúc cơ sở dữ liệu đã cập nhật: ${config.value.DATABASE_URL}`)
    return null
  },
}
