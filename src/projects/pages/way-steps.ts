import { businessDaysAfter, japaneseDate, japaneseDateTime, today } from '../../lib/time.ts'
import { REVIEW_DAYS } from '../rules/state.ts'
import type { Project } from '../schema.ts'

/** After it was sent: what the desk does, and by when. */
export function waySteps({ submittedAt, updatedAt }: Project) {
  const sent = submittedAt ?? updatedAt
  const by = businessDaysAfter(today(sent), REVIEW_DAYS)
  return [
    { title: '事務局に送りました', at: japaneseDateTime(sent), when: 'past' as const },
    {
      title: '事務局が確かめます',
      at: `${japaneseDate(by)}まで`,
      detail: '足りないところがあれば、メールでお知らせします。',
      when: 'now' as const,
    },
    { title: '公開して、応募を待ちます', detail: '公開したら、メールでお知らせします。', when: 'next' as const },
  ]
}
