import { PostButton } from '../../ui/form.tsx'
import { cadenceWords } from '../rules/cadence.ts'
import type { Watch } from '../schema.ts'

/** Beside a list that may be watched: one press, and new ones come by mail. */
export function WatchThis({ address, watch }: { address: string; watch?: Watch | undefined }) {
  if (!watch)
    return (
      <PostButton action="/me/watches" fields={{ address }}>
        知らせてもらう
      </PostButton>
    )
  return (
    <p>
      {watch.pausedAt
        ? 'この条件のお知らせは、休んでいます。'
        : `新しい案件を、${cadenceWords(watch.cadence)}メールでお知らせします。`}
      <a href="/me/watches">変える・止める</a>
    </p>
  )
}
