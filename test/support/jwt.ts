/** Tokens of a libSQL server's own: JSON Web Tokens, signed with Ed25519. */
import { generateKeyPairSync, sign } from 'node:crypto'

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A new key, as its server takes it, and a token for reading and writing. */
export function jwtIssuer(): { publicKey: string; token: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const content = `${encode({ alg: 'EdDSA', typ: 'JWT' })}.${encode({ a: 'rw' })}`
  const token = `${content}.${sign(null, Buffer.from(content), privateKey).toString('base64url')}`
  return { publicKey: publicKey.export({ format: 'jwk' }).x ?? '', token }
}
