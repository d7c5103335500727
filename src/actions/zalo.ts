/** What people write to the Zalo bot: a code says whose a chat is, `huỷ` ends that. Hearing it again changes nothing. */
import { countAttempt } from '../accounts/attempts.ts'
import { hashSecret, newCode } from '../accounts/secret.ts'
import type { ZaloChannel, ZaloWord } from '../channels/zalo.ts'
import type { Author } from '../core/author.ts'
import { CODE_MINUTES, saidIn, shownCode } from '../core/notice/link-code.ts'
import { ok, type Result } from '../core/problem.ts'
import type { Instant } from '../core/wall-clock.ts'
import type { Db } from '../store/db.ts'
import { endChat, linkChat, noteHeard, offerCode, ownerOfCode } from '../store/zalo.ts'

/** `K7QM-2XPA`, to be written to the bot within a quarter of an hour; an older one is no good any more. */
export async function askForCode(db: Db, who: Author, now: Instant): Promise<Result<string>> {
  const allowed = await countAttempt(db, [{ key: `zalo code of ${who.id}`, most: 10, minutes: 60 }], now)
  if (!allowed.ok) return allowed
  const code = newCode()
  await offerCode(db, who.unit, who.id, { hash: hashSecret(code), until: now + CODE_MINUTES * 60_000 })
  return ok(shownCode(code))
}

/** What is answered in the chat; null for what was answered before, or is written too often. */
async function takeWord(db: Db, word: ZaloWord, now: Instant): Promise<string | null> {
  const said = saidIn(word.text)
  if (said.kind === 'cancel') return cancel(db, word, now)
  // Guessing ends here. What is refused is not even noted: a chat must not fill the table.
  const allowed = await countAttempt(db, [{ key: `zalo chat ${word.chat}`, most: 20, minutes: 60 }], now)
  if (!allowed.ok) return null
  return said.kind === 'code' ? link(db, word, said.code, now) : heardFirst(db, word, now, HELP)
}

async function link(db: Db, word: ZaloWord, code: string, now: Instant): Promise<string | null> {
  const hash = hashSecret(code)
  const owner = await ownerOfCode(db, hash, now)
  if (owner && (await linkChat(db, owner, hash, word, now)))
    return `Đã nối với tài khoản ${owner.name}, ${owner.unitName}. Tin nhắc sẽ đến đây. Nhắn “huỷ” để thôi nhận.`
  return heardFirst(db, word, now, WRONG_CODE)
}

async function cancel(db: Db, word: ZaloWord, now: Instant): Promise<string | null> {
  const isNew = await noteHeard(db, word, true, now)
  const ended = await endChat(db, word, 'anh/chị đã nhắn “huỷ” cho bot', now)
  if (ended > 0) return 'Đã huỷ: từ giờ Nhịp Sóng không gửi tin đến đây nữa.'
  return isNew ? 'Chưa có tài khoản nào nối với cuộc trò chuyện này.' : null
}

const heardFirst = async (db: Db, word: ZaloWord, now: Instant, answer: string): Promise<string | null> =>
  (await noteHeard(db, word, false, now)) ? answer : null

const WRONG_CODE =
  'Mã này không đúng hoặc đã hết hạn. Mở trang Tài khoản trong Nhịp Sóng, bấm “Nối Zalo” để lấy mã mới.'
const HELP =
  'Để nhận tin nhắc ở đây: mở trang Tài khoản trong Nhịp Sóng, bấm “Nối Zalo” rồi gửi mã cho bot. Nhắn “huỷ” để thôi nhận.'

/** Takes each, and answers it in its chat: at most once, since an answer that got lost helps nobody later. */
export async function answerWords(
  db: Db,
  zalo: ZaloChannel,
  words: readonly ZaloWord[],
  now: Instant,
): Promise<void> {
  for (const word of words) {
    const answer = await takeWord(db, word, now)
    if (answer !== null) await zalo.say(word.chat, answer)
  }
}
