/** Every page that the table of routes names, so that a new one is tried without anybody thinking of it. */
import { ACCESS } from '../routes/access-table.ts'

type Route = { path: string; pattern: RegExp; params: number }

/** With as few parameters as possible first: `/bai/moi` is no `/bai/:id`. */
const ROUTES: Route[] = Object.keys(ACCESS)
  .filter((route) => route.startsWith('GET '))
  .map((route) => route.slice(4))
  .map((path) => ({ path, pattern: patternOf(path), params: path.split(':').length }))
  .sort((a, b) => a.params - b.params)

function patternOf(path: string): RegExp {
  const parts = path.split(/(:\w+(?:\{[^}]+\})?)/).map((part) => {
    if (!part.startsWith(':')) return part.replaceAll('.', '\\.')
    return /\{(.+)\}/.exec(part)?.[1] ?? '[^/]+'
  })
  return new RegExp(`^${parts.join('')}$`)
}

const routeOf = (path: string): Route | undefined => {
  const bare = path.replace(/[?#].*/, '')
  return ROUTES.find(({ pattern }) => pattern.test(bare))
}

/** So many addresses of a route are tried. */
const MOST = 3

/**
 * Goes from `/` and `more` wherever links lead, a few addresses of each route; where none leads, something that does
 * not exist is asked for. Answers each address once.
 */
export async function everyPage(
  ask: (path: string) => Promise<Response>,
  more: readonly string[] = [],
): Promise<string[]> {
  const seen = new Map<Route, Set<string>>(ROUTES.map((route) => [route, new Set()]))
  const waiting = ['/', ...more, ...ROUTES.filter(({ params }) => params === 1).map(({ path }) => path)]
  for (const path of waiting) {
    const known = seen.get(routeOf(path) as Route)
    if (!known || known.size >= MOST || known.has(path)) continue
    known.add(path)
    const answer = await ask(path)
    if (answer.headers.get('content-type')?.startsWith('text/html'))
      waiting.push(...linksIn(await answer.text()))
  }
  return [...seen].flatMap(([{ path }, paths]) => (paths.size ? [...paths] : [nowhere(path)]))
}

const linksIn = (html: string): string[] =>
  [...html.matchAll(/href="(\/[^"]*)"/g)].map(([, path = '']) =>
    path.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=').replace(/#.*/, ''),
  )

const nowhere = (path: string): string => path.replace(/:\w+(\{[^}]+\})?/g, 'khong-co')
