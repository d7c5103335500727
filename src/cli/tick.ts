/** `tick`: one turn of the scheduler, now or as if it were another instant. */
import { parseInstant } from '../core/fact.ts'
import { invalid, ok, type Result } from '../core/problem.ts'
import type { Instant } from '../core/wall-clock.ts'
import { type Args, type Command, stray, textOption } from './command.ts'

export const tick: Command = {
  usage: 'tick [--now YYYY-MM-DDTHH:mm:ss+07:00]',
  summary: 'Quét một lượt: lập lịch, nhắc việc, gửi tin đến hạn',
  english: 'One turn of the scheduler, as if it were the given instant',
  options: { now: { type: 'string' } },
  run: async (args, world) => {
    const wrong = stray(args)
    if (wrong) return wrong
    const config = world.config()
    if (!config.ok) return config.problem
    const now = instantOfArgs(args, world.clock())
    if (!now.ok) return now.problem
    const { turns, sent, failed, ahead } = await world.tick(config.value, now.value)
    if (ahead) {
      world.out(AHEAD)
      return null
    }
    world.out(`Đã quét: ${turns} việc, gửi ${sent} tin${failed ? `, ${failed} chưa được` : ''}`)
    return null
  },
}

const AHEAD =
  'Đồng hồ đi trước lượt quét cuối hơn 90 ngày: lượt này không lập, không gửi, không kết thúc việc gì. Nếu đồng hồ đúng, lượt sau (trong vòng một ngày) sẽ làm tiếp; nếu sai, hãy chỉnh lại.'

function instantOfArgs(args: Args, now: Instant): Result<Instant> {
  const text = textOption(args, 'now')
  const at = text === undefined ? now : parseInstant(text)
  return at === null
    ? invalid(`Thời điểm "${text}" không đúng: viết dạng 2025-08-04T20:00:00+07:00.`)
    : ok(at)
}
