import { today } from '../../lib/time.ts'
import { japaneseDate } from '../../ui/japanese-date.tsx'

/** What is agreed to with the first message, or since when it is. */
export function Watched({ agreedAt }: { agreedAt: Date | null }) {
  const more = <a href="/about#watching">くわしく</a>
  if (agreedAt) {
    return (
      <p>
        {`機械による確かめに、${japaneseDate(today(agreedAt))}に同意しています。`}
        {more}
      </p>
    )
  }
  return (
    <p>
      だましや危ない誘いがないかを、機械が決まりに沿って確かめます。人は、どちらかが知らせたときのほかは読みません。はじめて送るときに、同意した日を記録します。
      {more}
    </p>
  )
}
