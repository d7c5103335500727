/** One connection that asks again and again without waiting for an answer, as no browser does. */
import { once } from 'node:events'
import { connect } from 'node:net'

/** Resolves once all of it was sent, and either answered or the connection ended. */
export async function pipelined(url: string, path: string, times: number): Promise<string> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  let answers = 0
  const over = new Promise<void>((done) => {
    socket.on('data', (chunk) => {
      answers += chunk.toString('latin1').split('HTTP/1.1 ').length - 1
      if (answers >= times) done()
    })
    socket.on('error', () => done()).on('close', () => done())
  })
  socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`.repeat(times))
  await over
  socket.destroy()
  return `${answers} of ${times} answered`
}
