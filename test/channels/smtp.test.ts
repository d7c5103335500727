import { expect, test } from 'vitest'
import { smtpChannel } from '../../src/channels/smtp.ts'
import { header, mailServer } from '../support/mail-server.ts'
import { MONDAY } from '../support/test-house.ts'
import { letter } from './letter.ts'

const FROM = 'Nhịp Sóng <nhip-song@nhip.test>'

async function house() {
  const server = await mailServer()
  const channel = smtpChannel({ url: server.url, from: FROM })
  const close = async () => {
    channel.close()
    await server[Symbol.asyncDispose]()
  }
  return { server, channel, [Symbol.asyncDispose]: close }
}

test('a mail arrives with its subject, both bodies and headers that make a repetition recognisable', async () => {
  await using home = await house()
  expect(await home.channel.send(letter, 'lan@example.vn', MONDAY)).toEqual({ kind: 'sent' })
  const [mail] = home.server.mails
  expect(mail?.to).toBe('lan@example.vn')
  expect(mail?.subject).toBe(letter.subject)
  expect(mail?.messageId).toBe(`<${letter.id}@xa-ngok-tu.nhip-song>`)
  const raw = mail?.raw ?? ''
  expect(header(raw, 'Auto-Submitted')).toBe('auto-generated')
  expect(header(raw, 'List-Unsubscribe')).toBe('<https://nhip.test/nhac-viec>')
  expect(header(raw, 'Content-Type')).toMatch(/^multipart\/alternative/)
})

test.each([
  [550, { kind: 'never', why: 'máy chủ thư trả lời 550' }],
  [450, { kind: 'later', why: 'máy chủ thư trả lời 450', down: false }],
])('a recipient refused with %d', async (code, delivery) => {
  await using home = await house()
  home.server.refuse = () => code
  expect(await home.channel.send(letter, 'sai@example.vn', MONDAY)).toEqual(delivery)
  expect(home.server.mails).toEqual([])
})

test('one refused recipient does not hinder the next mail', async () => {
  await using home = await house()
  home.server.refuse = (to) => (to.startsWith('sai') ? 550 : null)
  await home.channel.send(letter, 'sai@example.vn', MONDAY)
  expect(await home.channel.send(letter, 'lan@example.vn', MONDAY)).toEqual({ kind: 'sent' })
})

test('a server that is down, and up again', async () => {
  await using home = await house()
  await home.server.switchOff()
  expect(await home.channel.send(letter, 'lan@example.vn', MONDAY)).toEqual({
    kind: 'later',
    why: 'máy chủ thư từ chối kết nối',
    down: true,
  })
  await home.server.switchOn()
  expect(await home.channel.send(letter, 'lan@example.vn', MONDAY)).toEqual({ kind: 'sent' })
})

test('a user and password in the address that the server does not take: the mail waits for somebody to mend it', async () => {
  await using home = await house()
  const channel = smtpChannel({ url: home.server.url.replace('//', '//lan:sai@'), from: FROM })
  expect(await channel.send(letter, 'lan@example.vn', MONDAY)).toMatchObject({ kind: 'later', down: true })
  channel.close()
})
