/** What an answer says, in a form that can be compared: without what is made anew each time. */
import { strFromU8, unzipSync } from 'fflate'

const ANEW =
  /(?<=name="khoa" value=")[^"]*|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g

export async function answerOf(answer: Response): Promise<Record<string, unknown>> {
  const type = (answer.headers.get('content-type') ?? '').replace(/;\s*/, '; ')
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const texts = type.includes('officedocument') ? textsIn(bytes) : { body: strFromU8(bytes) }
  const said = Object.entries(texts).map(([name, text]) => [name, text.replace(ANEW, '…')])
  return {
    status: answer.status,
    type,
    location: answer.headers.get('location'),
    ...Object.fromEntries(said),
  }
}

const textsIn = (zip: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, strFromU8(bytes)]))
