/** `/api/v1/pay-rates`: the office's own rates, each with its document and its days. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { ratesJson, readRatesFile, sayRates, takeRatesBack } from '../../actions/pay-rates.ts'
import { payRates as ratesInput } from '../../core/blank/pay-rate.ts'
import { listPayRates } from '../../store/pay-rates.ts'
import { deedOf } from '../act.ts'
import type { Env } from '../env.ts'
import { guard } from '../middleware/guard.ts'
import { problemResponse } from '../problem.ts'
import { answers, jsonBody } from './describe.ts'
import * as schemas from './schemas.ts'

export const payRates = new Hono<Env>()
  .get(
    '/',
    guard('record'),
    describeRoute({
      summary: 'Định mức của đơn vị, và những ngày chưa có hoặc có nhiều định mức',
      responses: answers(schemas.payRates, [403]),
    }),
    async (c) => c.json(ratesJson(await listPayRates(c.var.deps.db, c.var.who.unit))),
  )
  .post(
    '/',
    guard('close'),
    describeRoute({
      summary: 'Đặt một hoặc nhiều định mức, mỗi định mức kèm văn bản và ngày áp dụng',
      description:
        'JSON hoặc YAML, tối đa 128 KB. Định mức áp dụng từ cùng một ngày thì thay cho lần ghi trước.',
      requestBody: jsonBody(z.union([ratesInput, z.array(ratesInput)])),
      responses: answers(schemas.payRates, [400, 403, 413], 201),
    }),
    async (c) => {
      const read = readRatesFile(new Uint8Array(await c.req.arrayBuffer()))
      if (!read.ok) return problemResponse(c, read.problem)
      return c.json(ratesJson(await sayRates(deedOf(c), read.value.rates)), 201)
    },
  )
  .delete(
    '/:from',
    guard('close'),
    describeRoute({
      summary: 'Bỏ định mức áp dụng từ một ngày',
      responses: answers(schemas.payRates, [403, 404]),
    }),
    async (c) => {
      const left = await takeRatesBack(deedOf(c), c.req.param('from'))
      return left.ok ? c.json(ratesJson(left.value)) : problemResponse(c, left.problem)
    },
  )
