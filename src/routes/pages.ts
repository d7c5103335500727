/** Every page, one file a noun. */
import { Hono } from 'hono'
import { accountPages } from './account.ts'
import { apiReference } from './api-reference.ts'
import type { Env } from './env.ts'
import { setupPages } from './setup.ts'
import { signInPages } from './sign-in.ts'
import { tokenPages } from './tokens.ts'
import { userPages } from './users.ts'

export const pages = new Hono<Env>()
  .route('/', signInPages)
  .route('/', setupPages)
  .route('/', accountPages)
  .route('/', userPages)
  .route('/', tokenPages)
  .route('/', apiReference)
