import { z } from 'zod'
import { isCorporateNumber } from '../../law/numbers.ts'
import { text, together } from '../../lib/input.ts'
import { ownDomains } from './domains.ts'
import { alikeName, digitsOf } from './keys.ts'

/** A company of the same group, as the desk types it. */
export const affiliateForm = together(
  z.object({
    name: text({ label: '会社の名前', max: 100 }),
    corporateNumber: text({ label: '法人番号', max: 20, required: false }),
    domain: text({ label: '会社のメールの@より後ろ', max: 254, required: false }),
  }),
  ({ name, corporateNumber, domain }, wrong) => {
    if (name && alikeName(name) === '') wrong('name', '会社の名前を入れてください。')
    if (corporateNumber && !isCorporateNumber(digitsOf(corporateNumber))) {
      wrong('corporateNumber', '法人番号は13桁の数字です。')
    }
    if (domain && ownDomains(domain).length === 0)
      wrong('domain', '会社だけが使うメールの、@より後ろを入れてください。')
  },
).transform(({ name, corporateNumber, domain }) => ({
  name,
  corporateNumber: digitsOf(corporateNumber) || null,
  domain: ownDomains(domain)[0] ?? null,
}))
