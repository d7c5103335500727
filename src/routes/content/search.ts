/** `/tim-bai`: items by their words, with or without diacritics; the latest ones while nothing is asked for. */
import { Hono } from 'hono'
import { excerpt } from '../../core/content/search-words.ts'
import { topicName } from '../../core/topic.ts'
import { listItems, searchItems, topicsOfItems } from '../../store/item-lists.ts'
import { findTopics } from '../../store/topic-names.ts'
import { markdownText, withoutDirections } from '../../templates/markdown.ts'
import { render } from '../../templates/render.ts'
import type { Env } from '../env.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { instantWords, itemPath, stateTag } from '../views/content/item-words.ts'
import { say } from '../views/say.ts'

const MOST = 50
const LONGEST = 200

export const searchPages = new Hono<Env>().get('/tim-bai', guard('read'), async (c) => {
  const { deps, who } = c.var
  const asked = (c.req.query('tu') ?? '').slice(0, LONGEST)
  const found = asked.trim()
    ? await searchItems(deps.db, who.unit, asked, MOST)
    : await listItems(deps.db, who.unit, MOST)
  const [frame, topics] = await Promise.all([
    frameOf(c, { title: 'Tìm bài', page: 'search' }),
    findTopics(deps.db, who.unit, topicsOfItems(found)),
  ])
  const view = {
    frame,
    asked,
    say: [say(sayFound(asked, found.length), 'strong' as const)],
    found: found.map((item) => ({
      href: itemPath(item.id),
      title: item.title,
      excerpt: excerpt(markdownText(withoutDirections(item.body)), asked),
      details: [
        `bản ${item.version} của ${item.by}, ${instantWords(item.at)}`,
        ...item.topics.map((id) => topicName(topics, id)),
      ],
      tag: stateTag(item.state),
    })),
  }
  return c.html(render('search', view))
})

function sayFound(asked: string, count: number): string {
  if (!asked.trim())
    return count ? `${count} bài mới nhất. Gõ vài từ để tìm, có dấu hay không dấu.` : 'Chưa có bài nào.'
  if (count === MOST) return `Có từ ${MOST} bài trở lên: hãy thêm từ để tìm hẹp hơn.`
  return count ? `${count} bài.` : 'Không có bài nào.'
}
