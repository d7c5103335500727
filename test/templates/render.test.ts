import { describe, expect, it } from 'vitest'
import { assets } from '../../src/templates/assets.generated.ts'
import { render } from '../../src/templates/render.ts'

const frame = {
  title: 'Không tìm thấy',
  page: 'error',
  unit: null,
  nav: [],
  menu: null,
  flash: null,
  above: null,
  preview: null,
}
const view = {
  frame,
  status: 404,
  heading: 'Không tìm thấy',
  detail: 'Không có trang này.',
  errors: [],
  links: [],
}

describe('a rendered page', () => {
  it('is Vietnamese, and names the style sheet by its content', () => {
    const html = render('error', view)
    expect(html).toMatch(/^<!doctype html>\s<html lang="vi">/)
    expect(html).toContain(`<link rel="stylesheet" href="${assets['style.css'].replace('=', '&#x3D;')}">`)
  })

  it('shows what people wrote as text', () => {
    const html = render('error', { ...view, detail: '<script>alert(1)</script> & "Ngọk Tụ"' })
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Ngọk Tụ&quot;')
    expect(html).not.toContain('<script>alert')
  })

  it('holds nothing that its content security policy refuses', () => {
    expect(render('error', view)).not.toMatch(/ style=| on[a-z]+=|<script(?! src)|<style/)
  })

  it('is refused when the view lacks what the template names', () => {
    const { heading: _, ...lacking } = view
    expect(() => render('error', lacking as typeof view)).toThrow('"heading" not defined')
  })
})
