/** Skeletons of scripts and posts: filled in once, into a draft that people then edit. */
import type Handlebars from 'handlebars'
import runtime from 'handlebars/runtime.js'
import type { Channel } from '../core/plan.ts'
import { invalid, ok, type Result } from '../core/problem.ts'
import { templates } from './scripts.generated.ts'

export const SCRIPT_KINDS = [
  'radio-segment',
  'monthly-programme',
  'loudspeaker-notice',
  'social-post',
  'portal-article',
  'event-announcement',
] as const
export type ScriptKind = (typeof SCRIPT_KINDS)[number]

export const isScriptKind = (name: string): name is ScriptKind =>
  (SCRIPT_KINDS as readonly string[]).includes(name)

export const SCRIPT_NAMES: Record<ScriptKind, string> = {
  'radio-segment': 'Chuyên mục phát thanh',
  'monthly-programme': 'Chương trình hằng tháng 10–15 phút',
  'loudspeaker-notice': 'Thông báo trên loa',
  'social-post': 'Bài Zalo, Facebook',
  'portal-article': 'Bài trang thông tin điện tử',
  'event-announcement': 'Giấy mời, thông báo sự kiện',
}

/** The skeleton that a channel mostly needs. */
export const usualScript = (channels: readonly Channel[]): ScriptKind => {
  if (channels.includes('loudspeaker')) return 'radio-segment'
  if (channels.includes('portal')) return 'portal-article'
  return channels.includes('social') || channels.includes('sms') ? 'social-post' : 'event-announcement'
}

/** What skeletons may name. */
export type ScriptView = {
  unit: string
  station: string
  plan: string
  /** `chuyên mục …`: the obligation's title. */
  column: string
  /** `số 5/26`; empty where there is only one. */
  issue: string
  day: string
  month: string
  minutes: number | string
  lead: string
  topic: string
  /** What the plan says about each topic, in its words. */
  points: string[]
}

// The package types its runtime as an empty module; it is Handlebars without the compiler.
const house = (runtime as unknown as typeof Handlebars).create()
const compiled = new Map(
  Object.entries(templates).map(([name, spec]) => [name, house.template(spec as TemplateSpecification)]),
)

/** The draft of a text. A variable that the view lacks is named together with its template. */
export function writeScript(kind: ScriptKind, view: ScriptView): Result<{ title: string; body: string }> {
  const [title, body] = [fill(`${kind}/title`, view), fill(`${kind}/body`, view)]
  if (!title.ok) return title
  if (!body.ok) return body
  return ok({ title: title.value.replace(/\s+/g, ' '), body: body.value.replace(/\n{3,}/g, '\n\n') })
}

/** Strict templates leave out a block whose variable is missing; this names that one too. */
const named = (view: ScriptView): ScriptView =>
  new Proxy(view, {
    get: (target, key) => {
      if (typeof key === 'string' && !(key in target)) throw new Error(`"${key}" not defined`)
      return Reflect.get(target, key)
    },
  })

function fill(name: string, view: ScriptView): Result<string> {
  try {
    return ok((compiled.get(name) as Handlebars.TemplateDelegate)(named(view)).trim())
  } catch (error) {
    const variable = /"(.+?)" not defined/.exec(String(error))?.[1]
    if (variable === undefined) throw error
    return invalid(`Mẫu "${name}" cần biến "${variable}" nhưng không có.`, [
      { path: [variable], code: 'missing-variable', message: `mẫu ${name} cần biến này` },
    ])
  }
}
