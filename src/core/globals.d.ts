/** All that the core takes from its runtime beside the language: pure, and the same in Node, Workers and browsers. */
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>
}
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean })
  decode(bytes: Uint8Array): string
}
declare class URL {
  static parse(text: string): URL | null
  readonly href: string
  readonly protocol: string
  readonly hostname: string
  readonly pathname: string
  readonly port: string
  readonly username: string
  readonly password: string
}
