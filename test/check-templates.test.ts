import { expect, test } from 'vitest'
import { readRooms, templateErrors } from '../scripts/check-templates.ts'

/** Views: their types to the templates that are given them. `parts/…` is included. */
const errorsOf = (texts: Record<string, string>, view: string) =>
  templateErrors([
    {
      folder: 'pages',
      texts: new Map(Object.entries(texts)),
      helpers: new Set(['day', 'capital']),
      viewOf: (name) => (name.startsWith('parts/') ? null : view),
    },
  ])

const VIEW = [
  '{ title: string; date: string; count: number | null; late?: string; isOpen: boolean;',
  'link: { href: string; words: string } | null;',
  'rows: { name: string; cells: string[]; link: { href: string; words: string } | null }[] }',
].join(' ')

test('every template of the project is given what it names', async () => {
  expect(await templateErrors(readRooms())).toEqual([])
}, 60_000)

test('a template may name what its view has, through blocks and parts', async () => {
  const texts = {
    page: `{{#> parts/frame}}
      {{title}} {{count}} {{day date}} {{this.title}} {{@root.title}}
      {{#if isOpen}}{{capital title}}{{else}}{{#unless count}}–{{/unless}}{{/if}}
      {{#if link}}{{link.href}}{{/if}}{{#with link}}{{href}} {{../title}}{{/with}}
      {{#if late}}{{late}}{{/if}}
      {{#each rows}}{{@index}}{{name}} {{../title}}{{#each cells}}{{this}} {{../name}}{{#unless @last}}, {{/unless}}{{else}}{{name}}{{/each}}
        {{#if link}}{{> parts/link link}}{{/if}}{{> parts/named label=name hint="x"}}{{/each}}
      {{> parts/named label=title}}
    {{/parts/frame}}`,
    'parts/frame': '{{title}}{{> @partial-block}}',
    'parts/link': '{{href}}{{words}}',
    'parts/named': '{{label}}{{#if hint}}{{hint}}{{/if}}',
  }
  expect(await errorsOf(texts, VIEW)).toEqual([])
}, 60_000)

test('what the type lacks, may lack or cannot be printed is told with its place', async () => {
  const texts = {
    lacks: 'first line\n{{missing}}',
    'may-lack': '{{late}}',
    'may-be-null': '{{link.href}}',
    'an-object': '{{link}}',
    'a-list': '{{rows}}',
    'a-truth': '{{isOpen}}',
    'no-list': '{{#each title}}{{/each}}',
    inner: '{{#each rows}}\n{{title}}{{/each}}',
    above: '{{#each rows}}{{../name}}{{/each}}',
    includes: '{{#each rows}}{{> parts/link}}{{/each}}',
    'parts/link': '\n\n{{href}}',
    calls: '{{day count}}',
  }
  const short = (error: string) => error.replace(/ (on type|is not assignable).*/, '')
  expect((await errorsOf(texts, VIEW)).map(short)).toEqual([
    "pages/lacks.hbs:2: Property 'missing' does not exist",
    "pages/may-lack.hbs:1: Argument of type 'string | undefined'",
    "pages/may-be-null.hbs:1: 'view.link' is possibly 'null'.",
    "pages/an-object.hbs:1: Argument of type '{ href: string; words: string; } | null'",
    "pages/a-list.hbs:1: Argument of type '{ name: string; cells: string[]; link: { href: string; words: string; } | null; }[]'",
    "pages/a-truth.hbs:1: Argument of type 'boolean'",
    "pages/no-list.hbs:1: Argument of type 'string'",
    "pages/inner.hbs:2: Property 'title' does not exist",
    "pages/above.hbs:1: Property 'name' does not exist",
    "pages/parts/link.hbs:3: Property 'href' does not exist",
    "pages/calls.hbs:1: Argument of type 'number | null'",
  ])
}, 60_000)

test.each([
  ['{{day}}', 'pages/page.hbs:1: {{day}} calls a helper: a field is {{this.day}}'],
  ['{{log}}', 'pages/page.hbs:1: {{log}} calls a helper: a field is {{this.log}}'],
  ['{{lookup title "x"}}', 'pages/page.hbs:1: {{lookup}} is no helper'],
  ['{{> parts/named day="x"}}', 'pages/parts/named.hbs:1: {{day}} calls a helper: a field is {{this.day}}'],
  ['{{title date}}', 'pages/page.hbs:1: {{title}} is no helper'],
  ['\n{{../title}}', 'pages/page.hbs:2: ../title leads out of the template'],
  ['{{> parts/none}}', 'pages/page.hbs:1: there is no pages/parts/none.hbs'],
  ['{{#repeat 3}}{{/repeat}}', 'pages/page.hbs:1: NumberLiteral is not known here'],
])('%j is an error of the template itself', async (text, error) => {
  expect(await errorsOf({ page: text, 'parts/named': '{{day}}' }, VIEW)).toEqual([error])
})
