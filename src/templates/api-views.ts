import type { Frame } from './view-parts.ts'

/** One call of the API, as its OpenAPI document describes it. */
export type CallView = {
  method: string
  path: string
  summary: string
  description: string
  parameters: { name: string; place: string; required: boolean; words: string }[]
  /** Fields of a JSON body, with what each takes. */
  body: { name: string; takes: string }[]
  answers: { status: string; words: string }[]
}

export type ApiView = { frame: Frame; baseUrl: string; calls: CallView[] }
