/** Many requests at once. */
import { type Attack, daily, drained, meanwhile, statuses } from './attack.ts'
import { type House, YEAR } from './house.ts'
import { pipelined } from './pipelined.ts'
import { unending } from './unending.ts'

/** The same again and again, by so many at once, for so long. */
async function flood(atOnce: number, ms: number, ask: () => Promise<Response>): Promise<string> {
  const until = performance.now() + ms
  const answers: Response[] = []
  const one = async (): Promise<void> => {
    while (performance.now() < until) answers.push(await ask().then(drained))
  }
  await Promise.all(Array.from({ length: atOnce }, one))
  return statuses(answers)
}

const signIn = ({ url }: House, name: string): Promise<Response> =>
  fetch(`${url}/dang-nhap`, {
    method: 'POST',
    body: new URLSearchParams({ tenDangNhap: name, matKhau: 'sai mat khau' }),
    redirect: 'manual',
  })

const head = (path: string, cookie = ''): string =>
  `POST ${path} HTTP/1.1\r\nHost: x\r\nCookie: ${cookie}\r\nContent-Type: application/x-www-form-urlencoded\r\n`

export const ROWS: Attack[] = [
  ...[
    `/bao-cao/${YEAR}/Y?coSo=ke-hoach`,
    `/nhat-ky?from=${YEAR}-01-01&to=${YEAR}-12-31`,
    `/chi-tieu/${YEAR}/ky`,
    `/nam/${YEAR}`,
    '/ke-hoach/nhieu',
    '/api/v1/slots',
    `/chi-tieu/${YEAR}`,
    '/tong-quan',
    '/chua-xac-nhan',
    '/ke-hoach/nhieu/soan',
    '/api/v1/plans/nhieu',
    '/api/v1/compliance?period=Y',
  ].map((path) => ({
    name: `twenty times ${path} of 9,855 slots at once`,
    bound: 'each works in steps of a turn, each asker in a line of their own',
    run: async (house: House) => {
      await house.ask('/api/v1/plans', daily(27))
      const cookie = await house.cookie()
      const headers = path.startsWith('/api') ? {} : { cookie }
      const one = () => (path.startsWith('/api') ? house.ask(path) : fetch(house.url + path, { headers }))
      return meanwhile(house, async () => {
        const answers = await Promise.all(Array.from({ length: 20 }, () => one().then(drained)))
        return statuses(answers)
      })
    },
  })),
  {
    name: '300 connections that sign in with wrong passwords for five seconds',
    bound: '2 passwords are hashed at once, each address in a line of its own',
    run: async (house) => {
      const cookie = await house.cookie()
      let i = 0
      return meanwhile(house, () => flood(300, 5000, () => signIn(house, `ai${i++}`)), cookie)
    },
  },
  {
    name: 'forms of 10,000 fields and an address of 12 KB, by 50 at once, for three seconds',
    bound: '128 KB a form, 16 KB of heads',
    run: async (house) => {
      const cookie = await house.cookie()
      const body = Array.from({ length: 10_000 }, (_, i) => `a${i}=`).join('&')
      const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' }
      const form = () =>
        fetch(`${house.url}/khung/them?x=${'%41'.repeat(4000)}`, { method: 'POST', headers, body })
      return meanwhile(house, () => flood(50, 3000, form))
    },
  },
  {
    name: 'an item of 100,000 spaces before a letter',
    bound: 'no pattern looks for the end of a line',
    run: async (house) => {
      const cookie = await house.cookie()
      const body = new URLSearchParams({
        ma: crypto.randomUUID(),
        tieuDe: 'Bài',
        noiDung: `${' '.repeat(100_000)}x`,
      })
      const save = { method: 'POST', headers: { cookie }, body, redirect: 'manual' as const }
      return meanwhile(house, async () => statuses([await fetch(`${house.url}/bai`, save)]))
    },
  },
  ...['/api', '/dang-nhap', '/api/openapi.json'].map((path) => ({
    name: `3,000 requests for ${path} on one connection, unread and unsigned`,
    bound: 'one after the other, 20 wait on a connection',
    run: (house: House) => meanwhile(house, () => pipelined(house.url, path, 3000)),
  })),
  {
    name: '200 connections with 100 requests each, unsigned',
    bound: 'one after the other, 20 wait on a connection',
    run: (house) =>
      meanwhile(house, async () => {
        const all = await Promise.all(
          Array.from({ length: 200 }, () => pipelined(house.url, '/api/openapi.json', 100)),
        )
        return [...Map.groupBy(all, (said) => said)]
          .map(([said, those]) => `${those.length} × ${said}`)
          .join(', ')
      }),
  },
  ...Object.entries({
    'heads that never end': 'GET / HTTP/1.1\r\nHost: x\r\nX-a: ',
    'sign-ins whose password never comes': `${head('/dang-nhap')}Content-Length: 1000\r\n\r\na`,
    'uploads in parts that never end, unsigned': `${head('/nhat-ky/nhap')}Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n`,
    'connections that say nothing': '',
  }).map(([name, first]) => ({
    name: `2,000 ${name}, and end at once`,
    bound: '4,000 connections, heads within 15 s, all are let in before the next request begins',
    run: async (house: House) => {
      const cookie = await house.cookie()
      return meanwhile(house, () => unending(house.url, { times: 2000, first, bytes: 0 }), cookie)
    },
  })),
  ...[false, true].map((known) => ({
    name: `100 uploads of 10 MB that never end, ${known ? 'signed in' : 'unsigned, in parts'}`,
    bound: known ? '64 MB of one person, 192 MB of all' : '16 KB of a stranger',
    run: async (house: House) => {
      const cookie = await house.cookie()
      const length = known ? 'Content-Length: 10485760' : 'Transfer-Encoding: chunked'
      const first = `${head('/nhat-ky/nhap', known ? cookie : '')}${length}\r\n\r\n${known ? '' : '9ffff0\r\n'}`
      const bytes = 10_000_000
      return meanwhile(house, () => unending(house.url, { times: 100, first, bytes }), cookie)
    },
  })),
]
