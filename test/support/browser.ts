/** Pages in a real browser, as officers have it: Vietnamese, in Vietnam's zone, on a phone or an office PC. */
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll } from 'vitest'
import { launchOptions } from './chromium.ts'

export const PHONE = 360
export const DESKTOP = 1280

type Options = {
  /** In CSS pixels; below 600 the page is a phone's, with touch. */
  width?: number
  /** `false` shows the page as a browser without JavaScript does. */
  script?: boolean
  context?: BrowserContextOptions
}

let browser: Promise<Browser> | undefined

afterAll(async () => {
  await (await browser)?.close()
  browser = undefined
})

const openBrowser = async (): Promise<Browser> => chromium.launch(await launchOptions())

/**
 * Gives `use` a fresh page without cookies, and closes it afterwards. Fails when the page threw, wrote an error to its
 * console (a refused inline style is one), or could not load a part of itself.
 */
export async function withPage<T>(options: Options, use: (page: Page) => Promise<T>): Promise<T> {
  const { width = DESKTOP, script = true, context: more } = options
  browser ??= openBrowser()
  const context = await (await browser).newContext({
    viewport: { width, height: width < 600 ? 740 : 900 },
    hasTouch: width < 600,
    javaScriptEnabled: script,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    ...more,
  })
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(15_000)
    const errors = collectErrors(page)
    const result = await use(page)
    if (errors.length) throw new Error(`The page reported:\n${errors.join('\n')}`)
    return result
  } finally {
    await context.close()
  }
}

function collectErrors(page: Page): string[] {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (message) => {
    // A page of status 404 that a test asks for on purpose is said on the console too; missing parts are found below.
    const expected = message.text().startsWith('Failed to load resource')
    if (message.type() === 'error' && !expected) errors.push(message.text())
  })
  page.on('response', (response) => {
    const part = !['document', 'fetch', 'xhr'].includes(response.request().resourceType())
    if (part && response.status() >= 400) errors.push(`${response.status()} ${response.url()}`)
  })
  return errors
}

export type Violation = { rule: string; help: string; targets: string[] }

/** What axe finds serious or critical on the page as it is now. */
export async function seriousViolations(page: Page): Promise<Violation[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => ({ rule: id, help, targets: nodes.map(({ target }) => target.join(' ')) }))
}

/** Targets that axe finds too small or too near to each other for a thumb. */
export async function smallTargets(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withRules(['target-size']).analyze()
  return violations.flatMap(({ nodes }) => nodes.map(({ target }) => target.join(' ')))
}

/** Names that two buttons of the page share though they send different things: by ear nobody can tell them apart. */
export const sharedNames = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const sent = (button: HTMLButtonElement): string => {
      const fields = button.form ? [...new FormData(button.form)].filter(([name]) => name !== 'khoa') : []
      return JSON.stringify([button.form?.action, button.name, button.value, fields])
    }
    const named = Map.groupBy(
      [...document.querySelectorAll<HTMLButtonElement>('main button:not([type])')].filter((one) =>
        one.checkVisibility(),
      ),
      (button) => (button.ariaLabel ?? button.textContent).replace(/\s+/g, ' ').trim(),
    )
    return [...named].filter(([, all]) => new Set(all.map(sent)).size > 1).map(([name]) => name)
  })

/** True when nothing on the page reaches beyond the right edge of the screen. */
export const fitsWidth = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)
