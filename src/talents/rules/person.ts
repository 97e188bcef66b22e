import { z } from 'zod'
import { phone, text } from '../../lib/input.ts'
import { missingGlyphs } from '../../lib/pdf/glyphs.ts'
import { hiragana } from '../../text/normalise.ts'

/** Who somebody is. A contract prints it, so what cannot be printed is refused here and not on the day of signing. */
export const personForm = z.object({
  familyName: printed({ label: '姓', max: 40 }),
  givenName: printed({ label: '名', max: 40 }),
  familyKana: kana('姓のふりがな'),
  givenKana: kana('名のふりがな'),
  phone: phone({ label: '電話番号', required: false }),
  address: printed({ label: '住所', max: 200, required: false }),
})
export type PersonAnswers = z.output<typeof personForm>

function printed(asked: { label: string; max: number; required?: boolean }) {
  return text(asked).transform((value, context) => {
    const missing = missingGlyphs(value)
    if (missing.length === 0) return value
    return refuse(
      context,
      `「${missing.join('」「')}」は、契約の書類に印刷できない字です。お手数ですが、近い字か、ひらがなで入れてください。`,
    )
  })
}

function kana(label: string) {
  return text({ label, max: 40, required: false }).transform((given, context) => {
    const value = hiragana(given.normalize('NFKC'))
    return /^[ぁ-ゖー・\s]*$/.test(value) ? value : refuse(context, `${label}は、ひらがなで入れてください。`)
  })
}

function refuse(context: z.core.$RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message })
  return z.NEVER
}
