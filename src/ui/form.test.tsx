import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { framed } from './examples/framed.tsx'
import { ChoiceCards, UNSURE } from './fields/choice-cards.tsx'
import { DateField, dayFromParts } from './fields/date-field.tsx'
import { TextField } from './fields/text-field.tsx'
import { Form, PostButton } from './form.tsx'

describe('a form that came back', () => {
  const html = renderToString(
    framed(
      <Form
        id="terms"
        action="/terms"
        submit="送る"
        version={4}
        values={{ name: '紅花<肥料>', fee: UNSURE, 'day.month': '2' }}
        errors={{ name: '名前を確かめてください。', none: undefined, day: '日を選んでください。' }}
      >
        <TextField name="name" label="名前" required hint="登記のとおりに" />
        <ChoiceCards name="fee" label="報酬" choices={[{ value: '1', label: '一' }]} unsure />
        <DateField name="day" label="日" years={[2026]} />
      </Form>,
    ),
  )

  it('lists what to mend, each line a link to a control that is there', () => {
    expect(html).toContain('2か所、確かめてください')
    for (const [, id] of html.matchAll(/<a href="#([^"]+)"/g)) expect(html).toContain(`id="${id}"`)
    expect([...html.matchAll(/<a href="#/g)]).toHaveLength(2)
  })

  it('keeps every value, escaped', () => {
    expect(html).toContain('value="紅花&lt;肥料>"')
    expect(html).toMatch(/<input[^>]*value="unsure"[^>]*checked/)
    expect(html).toMatch(/<option value="2" selected>2月/)
  })

  it('ties label, support text and error to the control', () => {
    expect(html).toContain('<label class="field-label" for="terms-name">')
    expect(html).toContain('aria-describedby="terms-name-hint terms-name-error"')
    expect(html).toContain('aria-invalid="true"')
  })

  it('carries token and version', () => {
    expect(html).toContain('name="_once" value="token-1"')
    expect(html).toContain('name="version" value="4"')
  })

  it('has no style or script attribute, which the page policy forbids', () => {
    expect(html).not.toMatch(/\s(style|on\w+)=/)
  })
})

it('gives each form of a page a token of its own', () => {
  const html = renderToString(
    framed(
      <>
        <PostButton action="/a">残す</PostButton>
        <PostButton action="/b">見送る</PostButton>
      </>,
    ),
  )
  expect(html).toContain('token-1')
  expect(html).toContain('token-2')
})

describe('dayFromParts', () => {
  it('joins what was chosen', () => {
    expect(dayFromParts({ 'd.year': '2026', 'd.month': '2', 'd.day': '3' }, 'd')).toBe('2026-02-03')
  })
  it('is empty when nothing was chosen, and keeps what is wrong for the rule to say', () => {
    expect(dayFromParts({}, 'd')).toBe('')
    expect(dayFromParts({ 'd.year': '2026', 'd.month': '', 'd.day': '5' }, 'd')).toBe('2026--05')
  })
})
