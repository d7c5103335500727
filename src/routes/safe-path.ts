/** Where to go after signing in: a path of ours, never another site. */
/** The path when it leads to this server; `/` otherwise. */
export function safePath(text: string | undefined): string {
  if (!text?.startsWith('/')) return '/'
  const url = URL.parse(text, 'http://here.invalid')
  if (url?.origin !== 'http://here.invalid') return '/'
  const path = url.pathname + url.search + url.hash
  // `/.//evil.example` is ours until it is made tidy, and then names another server.
  return path.startsWith('//') ? '/' : path
}

export const signInPath = (next: string): string =>
  next === '/' ? '/dang-nhap' : `/dang-nhap?tiep=${encodeURIComponent(next)}`
