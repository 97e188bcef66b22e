import { japaneseDate, today } from '../../lib/time.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'
import { More } from '../../ui/more.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Phrase } from '../../ui/phrase.tsx'
import { Tag } from '../../ui/tag.tsx'
import { CADENCES, cadenceWords } from '../rules/cadence.ts'
import type { Watch } from '../schema.ts'

type WatchLine = { readonly watch: Watch; readonly words: string }

/** Everything that somebody watches: each can be changed, rested and taken away. */
export function WatchList({ lines, done }: { lines: readonly WatchLine[]; done: string | undefined }) {
  return (
    <Layout
      title="知らせてもらう条件"
      lead="あてはまる新しい案件が公開されたら、メールでお知らせします。"
      back={{ href: '/me', label: '自分のページ' }}
    >
      {done && DONE[done] && <Notice kind="success" title={DONE[done]} live />}
      {lines.length === 0 ? (
        <EmptyState title="まだありません" action={<ButtonLink href="/projects">案件をさがす</ButtonLink>}>
          案件の一覧で「新しい案件を知らせてもらう」を押すと、ここに並びます。
        </EmptyState>
      ) : (
        <CardList>
          {lines.map((line) => (
            <WatchCard key={line.watch.id} {...line} />
          ))}
        </CardList>
      )}
    </Layout>
  )
}

const DONE: Readonly<Record<string, string>> = {
  cadence: 'お知らせの時を変えました。',
  pause: '休みにしました。メールは送りません。',
  resumption: 'また、お知らせします。',
  removal: '消しました。',
}

function WatchCard({ watch, words }: WatchLine) {
  const own = `/me/watches/${watch.id}`
  return (
    <Card title={words} eyebrow={watch.pausedAt ? <Tag tone="line">休んでいます</Tag> : cadenceWords(watch.cadence)}>
      <p>
        <a href={watch.address}>いまの一覧を見る</a>
      </p>
      <p>
        <Phrase>{`${japaneseDate(today(watch.createdAt))}に始めました`}</Phrase>
      </p>
      <More title="変える・止める">
        <Form
          id={`cadence-${watch.id}`}
          action={`${own}/cadence`}
          submit="変える"
          submitKind="quiet"
          values={{ cadence: watch.cadence }}
        >
          <ChoiceCards
            name="cadence"
            label="いつ知らせるか"
            columns={3}
            choices={CADENCES.map(({ id, label }) => ({ value: id, label }))}
          />
        </Form>
        <div class="actions">
          {watch.pausedAt ? (
            <PostButton action={`${own}/resumption`} label={`${words}のお知らせを、また受け取る`}>
              また受け取る
            </PostButton>
          ) : (
            <PostButton action={`${own}/pause`} label={`${words}のお知らせを休む`}>
              休む
            </PostButton>
          )}
          <PostButton action={`${own}/removal`} kind="danger" label={`${words}のお知らせを消す`}>
            消す
          </PostButton>
        </div>
      </More>
    </Card>
  )
}
