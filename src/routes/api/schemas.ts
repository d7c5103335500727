/** The API's shapes as zod schemas, by noun: OpenAPI is made from them, and a test holds the answers against them. */
export * from './shapes/count.ts'
export * from './shapes/feed.ts'
export * from './shapes/form.ts'
export * from './shapes/plan.ts'
export * from './shapes/problem.ts'
export * from './shapes/slot.ts'
export * from './shapes/station.ts'
export * from './shapes/unit.ts'
