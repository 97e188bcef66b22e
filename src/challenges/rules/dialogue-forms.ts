import { z } from 'zod'
import { choices, longText, text } from '../../lib/input.ts'
import { LINE_MAX, type ReadLine, SHEET_MAX, sheetLine } from './dialogue.ts'

export const handForm = z.object({
  company: text({ label: '会社', max: 40 }),
  sheet: longText({ label: '対話シートの中身', max: SHEET_MAX, required: false }),
})

/** The field that holds a line as the owner corrects it. */
export function correctedName(item: string): string {
  return `text-${item}`
}

/** The lines that the owner agrees to, in the owner's words; a line without words is not used. */
export function takeForm(lines: readonly ReadLine[]) {
  const items = lines.map(({ item }) => item)
  const corrected = items.map((item) => [
    correctedName(item),
    longText({ label: sheetLine(item)?.name ?? item, max: LINE_MAX, required: false }),
  ])
  return z
    .object({
      use: choices({ label: '使う行', options: items }),
      more: choices({ label: 'ほかに使う行', options: items }),
      ...(Object.fromEntries(corrected) as Record<string, ReturnType<typeof longText>>),
    })
    .transform((given, context): ReadLine[] => {
      const { use, more, ...rest } = given
      const said = rest as Record<string, string | undefined>
      const taken = items.flatMap((item) => {
        const words = said[correctedName(item)] ?? ''
        return (use.includes(item) || more.includes(item)) && words !== '' ? [{ item, text: words }] : []
      })
      if (taken.length > 0) return taken
      context.addIssue({ code: 'custom', message: '使う行を、ひとつは選んでください。', path: ['use'] })
      return z.NEVER
    })
}
