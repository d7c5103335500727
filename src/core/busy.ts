/**
 * More is asked for at this moment than one machine can do. Thrown, as drivers throw, from so deep below that nobody in
 * between could do anything about it: `routes/problem.ts` turns it into an answer that says when to come back.
 */
export class Busy extends Error {
  readonly retryAfterSeconds: number

  constructor(detail: string, retryAfterSeconds: number) {
    super(detail)
    this.retryAfterSeconds = retryAfterSeconds
  }
}
