import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')
const official = readFileSync(new URL(import.meta.resolve('@digital-go-jp/design-tokens/dist/tokens.css')), 'utf8')
const [light = '', dark = ''] = css.split('prefers-color-scheme: dark')

function colours(block: string): Record<string, string> {
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]))
}

const schemes = { light: colours(light), dark: { ...colours(light), ...colours(dark) } }

it('takes every named value from the design tokens', () => {
  const named = [...css.matchAll(/--[\w-]+: (#[0-9a-f]{6}|[\d.]+rem); \/\* ([\w-]+) \*\//g)]
  expect(named.length).toBeGreaterThan(50)
  for (const [, value, name] of named) {
    expect(official, name).toMatch(new RegExp(`--(color-primitive-|color-neutral-)?${name}: ${value};`))
  }
})

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(a: string, b: string): number {
  const light = [a, b].map(luminance).sort((x, y) => y - x) as [number, number]
  return (light[0] + 0.05) / (light[1] + 0.05)
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

describe.each(Object.entries(schemes))('in the %s scheme', (_, colour) => {
  const of = (name: string) => colour[name] ?? '#808080'
  const texts: [string, string[]][] = [
    ['ink', ['paper', 'surface', 'tint', 'main-soft', 'accent-soft', 'sun-soft', 'bad-soft', 'warn-soft']],
    ['ink-soft', ['paper', 'surface', 'tint', 'main-soft', 'sun-soft', 'accent-soft']],
    ['main', ['paper', 'surface', 'tint', 'main-soft']],
    ['accent-ink', ['paper', 'surface', 'accent-soft']],
    ['bad', ['paper', 'surface', 'bad-soft']],
    ['on-main', ['main', 'main-deep']],
  ]
  for (const [text, grounds] of texts) {
    for (const ground of grounds) {
      it(`${text} on ${ground} reaches 7:1`, () => {
        expect(contrast(of(text), of(ground))).toBeGreaterThanOrEqual(7)
      })
    }
  }
  it('edges of controls and focus reach 3:1', () => {
    for (const ground of ['paper', 'surface']) {
      expect(contrast(of('edge'), of(ground))).toBeGreaterThanOrEqual(3)
      expect(contrast(of('focus'), of(ground))).toBeGreaterThanOrEqual(3)
    }
  })
})
