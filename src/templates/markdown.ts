/** What people write, shown safely: Markdown without HTML, links to web pages and mail only, no pictures. */
import MarkdownIt from 'markdown-it'

// A line that was begun anew stays one: a script is typed line by line, a breath each.
const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false, breaks: true })
// What offices type or paste without thinking of Markdown: paragraphs that begin with a tab, `>15%`, a line of dashes
// under a title, `[Nguồn]: …`, a line of waves. No office quotes or codes by these marks.
markdown.disable(['image', 'code', 'fence', 'blockquote', 'lheading', 'reference'])
// Offices write `* Lưu ý` and, below a dash, `+ Chỉ tiêu`: a line of a list keeps the mark that it was given.
markdown.renderer.rules.bullet_list_open = (tokens, i, options, _, renderer) => {
  const mark = LIST_MARKS[tokens[i]?.markup ?? '']
  if (mark) tokens[i]?.attrSet('class', mark)
  return renderer.renderToken(tokens, i, options)
}
const LIST_MARKS: Record<string, string> = { '*': 'by-stars', '+': 'by-plus' }
// So with stars that stand for themselves: `2*3*4`, `a*b`, the footnote `(*)`.
markdown.inline.ruler.before('emphasis', 'plain-stars', (state, silent) => {
  const [stars = ''] = /^\*+/.exec(state.src.slice(state.pos)) ?? []
  if (!stars || !isPlain(state.src.charAt(state.pos - 1), stars, state.src.charAt(state.pos + stars.length)))
    return false
  if (!silent) state.pending += stars
  state.pos += stars.length
  return true
})

function isPlain(before: string, stars: string, after: string): boolean {
  if (before === '(' && after === ')') return true
  const within = /[\p{L}\p{N})%]/u.test(before) && /[\p{L}\p{N}(]/u.test(after)
  return within && (stars.length === 1 || /\d/.test(before + after))
}

// A link of any other kind stays in the text as it was typed.
markdown.validateLink = (url) => /^(https?:|mailto:|tel:)/i.test(url.trim())
markdown.renderer.rules.link_open = (tokens, i, options, _, renderer) => {
  tokens[i]?.attrSet('rel', 'noreferrer nofollow')
  return renderer.renderToken(tokens, i, options)
}
// A heading of a text stands below the page's own.
markdown.renderer.rules.heading_open = (tokens, i) => `<${levelOf(tokens[i]?.tag)}>`
markdown.renderer.rules.heading_close = (tokens, i) => `</${levelOf(tokens[i]?.tag)}>\n`

const levelOf = (tag = 'h1'): string => `h${Math.min(6, Number(tag.slice(1)) + 2)}`

export const markdownHtml = (text: string): string => markdown.render(text)

/** The words alone, a line each for paragraphs, headings and points of a list. */
export function markdownText(text: string): string {
  return markdown
    .parse(text, {})
    .filter(({ type }) => type === 'inline')
    .map(({ children, content }) => (children ? children.map(inlineText).join('') : content))
    .join('\n')
}

const inlineText = ({ type, content }: { type: string; content: string }): string =>
  type === 'softbreak' || type === 'hardbreak' ? '\n' : type.endsWith('_open') ? '' : content

/** Directions to the studio and the writer, `*(Nhạc hiệu, 10 giây)*`, are no part of what is said. */
export const withoutDirections = (text: string): string => text.replace(/\*\([^*\n]*\)\*/g, '')

/** Headings are not read aloud either. */
export const readAloud = (text: string): string =>
  markdownText(withoutDirections(text).replace(/^\s*#{1,6} .*$/gm, ''))

/** What will be shown as plain letters, in words; null when there is nothing of it. */
export function refusedWords(text: string): string | null {
  const html = /<\/?[a-z][^>]*>/i.test(text) ? 'thẻ HTML' : null
  const link = /\]\(\s*<?(?!https?:|mailto:|tel:)[a-z][a-z0-9+.-]*:/i.test(text)
    ? 'liên kết không phải địa chỉ web'
    : null
  const found = [html, link].filter((words) => words !== null)
  return found.length ? `Bài có ${found.join(' và ')}: chỉ hiện như chữ thường, không chạy.` : null
}

/** Paragraphs with each sentence in a block of its own, which a page never tears where it can be helped. */
export const sentencesHtml = (text: string): string =>
  markdownHtml(text).replace(
    /<(p|li)>([\s\S]*?)<\/\1>/g,
    (_, tag: string, inner: string) =>
      `<${tag}>${inner.includes('<p>') ? inner : splitSentences(inner)}</${tag}>`,
  )

const splitSentences = (html: string): string => html.split('<br>\n').map(splitLine).join('<br>\n')

/** Sentences end at a mark with a space behind it, outside of tags: `24.5` and `a.vn` stay whole. */
const splitLine = (line: string): string =>
  line
    .split(/(?<=[.!?…]["”’)]?(?:<\/(?:strong|em)>)?)\s+(?=\S)/)
    .map((sentence) => (isBalanced(sentence) ? `<span class="sentence">${sentence}</span>` : sentence))
    .join(' ')

const isBalanced = (html: string): boolean =>
  (html.match(/<(?!\/|br)[a-z]/g) ?? []).length === (html.match(/<\//g) ?? []).length
