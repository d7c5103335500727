/** `/api`: the reference page, made from the same OpenAPI document that programs read. */
import { Hono } from 'hono'
import type { OpenAPIV3_1 } from 'openapi-types'
import type { CallView } from '../templates/api-views.ts'
import { render } from '../templates/render.ts'
import { apiDocument } from './api/api.ts'
import type { Ctx, Env } from './env.ts'
import { bareFrame } from './frame.ts'

type Operation = OpenAPIV3_1.OperationObject
type Schema = {
  type?: string | string[]
  enum?: unknown[]
  anyOf?: Schema[]
  description?: string
  maxLength?: number
  properties?: Record<string, Schema>
}

const METHODS = ['get', 'post', 'delete'] as const
const PLACES: Record<string, string> = {
  query: 'trong địa chỉ sau dấu ?',
  path: 'trong đường dẫn',
  header: 'trong phần đầu',
}

/** By the server's address, the only thing in it that could differ. */
const made = new Map<string, string>()

export const apiReference = new Hono<Env>().get('/api', async (c) => {
  const { baseUrl } = c.var.deps
  const page = made.get(baseUrl) ?? (await referencePage(c))
  made.set(baseUrl, page)
  return c.html(page)
})

async function referencePage(c: Ctx): Promise<string> {
  const { paths = {} } = await apiDocument(c)
  const calls = Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => (item?.[method] ? [callView(method, path, item[method])] : [])),
  )
  return render('api', {
    frame: bareFrame({ title: 'API', page: 'api' }),
    baseUrl: c.var.deps.baseUrl,
    calls,
  })
}

function callView(method: string, path: string, operation: Operation): CallView {
  const { summary = '', description = '', parameters = [], responses = {} } = operation
  return {
    method: method.toUpperCase(),
    path,
    summary,
    description,
    parameters: (parameters as OpenAPIV3_1.ParameterObject[]).map(
      ({ name, in: place, required, ...rest }) => ({
        name,
        place: PLACES[place] ?? place,
        required: required ?? false,
        words: rest.description ?? (rest.schema as Schema | undefined)?.description ?? '',
      }),
    ),
    body: bodyFields(operation),
    answers: Object.entries(responses).map(([status, answer]) => ({
      status,
      words: (answer as OpenAPIV3_1.ResponseObject).description,
    })),
  }
}

function bodyFields({ requestBody }: Operation): CallView['body'] {
  const content = (requestBody as OpenAPIV3_1.RequestBodyObject | undefined)?.content
  const schema = content?.['application/json']?.schema as Schema | undefined
  return Object.entries(schema?.properties ?? {}).map(([name, field]) => ({ name, takes: takesOf(field) }))
}

/** `string`, `integer hoặc null`, `aired | posted | …` */
function takesOf({ type, enum: values, anyOf, description }: Schema): string {
  const kinds = anyOf ? anyOf.map((one) => one.type ?? 'object') : [type ?? 'object']
  const takes = values ? values.join(' | ') : [...new Set(kinds.flat())].join(' hoặc ')
  return description ? `${takes}: ${description}` : takes
}
