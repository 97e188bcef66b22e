import { z } from 'zod'
import { companyKeys, digitsOf, plainName } from '../../companies/rules/keys.ts'
import { isCorporateNumber } from '../../law/numbers.ts'
import { choice, longText, text } from '../../lib/input.ts'
import type { Employer } from './employer.ts'

/** Most further companies to hide from. */
const OTHERS = 20

/** The employer question. It is never kept as a draft: half a name would hide from the wrong company. */
export const employerForm = z
  .object({
    kind: choice({ label: '勤め先があるか', options: ['company', 'none'] }),
    name: text({ label: '勤め先の名前', max: 100, required: false }),
    corporateNumber: text({ label: '法人番号', max: 20, required: false }),
    domain: text({ label: '会社のメールの@より後ろ', max: 254, required: false }),
    others: longText({ label: 'ほかに見せたくない会社', max: 2000, required: false }),
    go: text({ label: 'ボタン', max: 20, required: false }),
  })
  .superRefine((data, context) => {
    const wrong = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
    if (namesIn(data.others).length > OTHERS)
      wrong('others', `ほかに見せたくない会社は、${OTHERS}社までにしてください。`)
    if (data.kind === 'none') return
    if (plainName(data.name) === '')
      wrong('name', '勤め先の名前を入れてください。勤め先がないときは「勤め先はない」を選んでください。')
    if (data.corporateNumber && !isCorporateNumber(digitsOf(data.corporateNumber))) {
      wrong('corporateNumber', '法人番号は13桁の数字です。わからないときは、空けておいてください。')
    }
    if (data.domain && !isOwnDomain(domainOf(data.domain))) {
      wrong(
        'domain',
        '会社だけが使うメールの、@より後ろを入れてください（例: example.co.jp）。なければ空けておいてください。',
      )
    }
  })

/** The answer in a form that was accepted. */
export function employerIn(data: z.output<typeof employerForm>): Employer {
  const { kind, name, corporateNumber, domain, others } = data
  return {
    employer: kind === 'none' ? null : { name, corporateNumber: digitsOf(corporateNumber), domain: domainOf(domain) },
    others: namesIn(others),
  }
}

/** The fields of the form for an answer that was given. */
export function employerValues({ employer, others }: Employer): Record<string, string> {
  return { kind: employer ? 'company' : 'none', ...employer, others: others.join('\n') }
}

function namesIn(lines: string): string[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => plainName(line) !== '')
}

/** example.co.jp in 「hr@example.co.jp」, 「＠example.co.jp」 or 「https://www.example.co.jp/」. */
function domainOf(typed: string): string {
  return typed
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^.*@/, '')
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/.*$/, '')
}

function isOwnDomain(domain: string): boolean {
  return /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u.test(domain) && companyKeys({ name: '', domains: [domain] }).length > 0
}
