import { telephoneNumber } from '../../lib/ids.ts'
import { japaneseDate } from '../../lib/time.ts'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { heardBack, PURPOSE_WORDS, passedOn } from '../rules/slip.ts'
import type { Referral } from '../schema.ts'

export const numberOf = ({ number }: Pick<Referral, 'number'>) => `お取次ぎ ${telephoneNumber(number)}`

/** What a slip says: what is passed to whom, for what, until when, and what the partner hears back. */
export function SlipWords({ referral, partner }: { referral: Referral; partner: string }) {
  return (
    <DefinitionList
      items={[
        { term: '伝える人', value: partner },
        { term: '伝える相手', value: 'めぐりの事務局' },
        { term: '伝えること', value: passedOn(referral).join('、') },
        {
          term: 'お聞きした困りごと',
          value: referral.note && `「${referral.note}」`,
          note: '画面で同意すると、ご自身の下書きになります。紙に署名すると、事務局が電話の前に読みます。',
        },
        { term: '目的', value: PURPOSE_WORDS[referral.purpose] },
        { term: `${partner}に知らせること`, value: heardBack(referral).join('、') },
        { term: '期間', value: `${japaneseDate(referral.until)}まで` },
      ]}
    />
  )
}

/** What a company must know before it says yes. */
export const PROMISE = '融資の担当には伝わりません。同意しなくても、取引は変わりません。同意は、いつでも取り消せます。'
