import type { Page } from 'playwright-core'

/** Where somebody has the machine choose the colours, and dark ones: words of pictures that sink into what is behind them. */
export async function lostWordsOf(page: Page): Promise<string[]> {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
  const lost = await page.evaluate((least) => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!
    const lightOf = (color: string): number => {
      canvas.clearRect(0, 0, 1, 1)
      canvas.fillStyle = color
      canvas.fillRect(0, 0, 1, 1)
      const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) => {
        const share = part / 255
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      }) as [number, number, number]
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const apart = (a: string, b: string) => {
      const [dark, light] = [lightOf(a), lightOf(b)].sort((one, other) => one - other) as [number, number]
      return (light + 0.05) / (dark + 0.05)
    }
    const isClear = (color: string) => color === 'none' || color === 'transparent' || /, 0\)$/.test(color)
    const behindHtml = (element: Element | null): string => {
      for (let at = element; at; at = at.parentElement) {
        const { backgroundColor } = getComputedStyle(at)
        if (!isClear(backgroundColor)) return backgroundColor
      }
      return 'Canvas'
    }
    /** The last shape drawn before a word of a picture that it stands on; else what the whole picture stands on. */
    const behindText = (text: SVGTextElement): string => {
      const { paintOrder, stroke, strokeWidth } = getComputedStyle(text)
      if (paintOrder.startsWith('stroke') && !isClear(stroke) && Number.parseFloat(strokeWidth) >= 2) return stroke
      const svg = text.ownerSVGElement!
      const box = text.getBoundingClientRect()
      const middle = new DOMPoint(box.x + box.width / 2, box.y + box.height / 2)
      const under = [...svg.querySelectorAll<SVGGeometryElement>('rect, path, circle')].filter((shape) => {
        if (!(shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING)) return false
        if (isClear(getComputedStyle(shape).fill)) return false
        const own = shape.getScreenCTM()
        return own !== null && shape.isPointInFill(middle.matrixTransform(own.inverse()))
      })
      const last = under.at(-1)
      return last ? getComputedStyle(last).fill : behindHtml(svg)
    }
    const drawn = [...document.querySelectorAll<SVGTextElement>('main svg text')].filter((text) =>
      text.checkVisibility({ visibilityProperty: true }),
    )
    const kept = [...document.querySelectorAll('main *')].filter((element) => {
      const hasWords = [...element.childNodes].some(
        ({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent?.trim(),
      )
      const isHtml = element instanceof HTMLElement && element.checkVisibility({ visibilityProperty: true })
      return hasWords && isHtml && getComputedStyle(element).forcedColorAdjust === 'none'
    })
    const found = [
      ...drawn.filter((text) => apart(getComputedStyle(text).fill, behindText(text)) < least),
      ...kept.filter((element) => apart(getComputedStyle(element).color, behindHtml(element)) < least),
    ]
    return found.map((element) => `in forced colours: ${element.outerHTML.slice(0, 140)}`).slice(0, 5)
  }, 3)
  await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' })
  return lost
}
