import { japaneseDate, today } from '../../lib/time.ts'
import { truncate } from '../../text/truncate.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Answered } from '../rules/listening.ts'
import { liveNodes } from '../rules/nodes.ts'
import { type PhotoNote, worryInWords } from '../rules/photos.ts'
import { DESK } from '../rules/sides.ts'
import type { ChallengeNode, Worry } from '../schema.ts'
import { JustRemoved, OwnWords, Removed } from './beside.tsx'
import { GivenAnswers } from './listening.tsx'
import { Photos } from './photos.tsx'
import { ChallengeLines, type Origins } from './tree.tsx'

/** Under the owner's tree: a line of one's own, and somebody to look at it together. */
export function Together({ worry, home }: { worry: Worry; home: string }) {
  return (
    <p class="actions">
      <ButtonLink kind="quiet" href={`${home}/lines/new`}>
        行を足す
      </ButtonLink>
      {!worry.helpAskedAt && (
        <ButtonLink kind="quiet" href={`${home}/help`}>
          いっしょに見てもらう
        </ButtonLink>
      )}
    </p>
  )
}

/** Whom the owner asked, and whether they still see it. */
export type AskedParty = { name: string; sees: boolean }

/** While somebody else works on it too. */
export function Asked({ worry, name, sees }: AskedParty & { worry: Worry }) {
  return (
    <Notice
      kind="info"
      title={sees ? `${name}に、いっしょに見てもらっています` : `${name}からは、いま見えません`}
      action={<PostButton action={`/worries/${worry.id}/help/ending`}>見てもらうのをやめる</PostButton>}
    >
      {sees ? 'だれが書いたかは、行ごとに出ます。' : '会社のようすを見せるのをやめたためです。'}
    </Notice>
  )
}

type AskProps = {
  id: string
  partners: readonly { id: string; name: string }[]
  values?: FormValues
  errors?: FormErrors
}

/** Whom to ask; of one's own partners only those that the company shows itself to. */
export function AskForHelp({ id, partners, values = { from: DESK }, errors }: AskProps) {
  return (
    <Layout
      title="だれに見てもらいますか"
      lead="書いたことを読んで、いっしょに直してくれます。"
      back={{ href: `/worries/${id}`, label: '整理した内容' }}
      failed={Boolean(errors)}
    >
      <Form action={`/worries/${id}/help`} submit="見てもらう" values={values} errors={errors}>
        <ChoiceCards
          name="from"
          label="見てもらう相手"
          labelHidden
          choices={[
            { value: DESK, label: 'めぐりの事務局', note: 'お金はかかりません' },
            ...partners.map((partner) => ({ value: partner.id, label: partner.name })),
          ]}
        />
      </Form>
      <p>相手に見えるのは、この整理と、もとの言葉、お答え、写真です。いつでもやめられます。</p>
    </Layout>
  )
}

type HelpProps = {
  worry: Worry
  nodes: readonly ChallengeNode[]
  answers: readonly Answered[]
  photos: readonly PhotoNote[]
  origins: Origins
  home: string
  /** Whose worry it is, when a company's. */
  company: string | null
  /** Where whoever was asked came from. */
  back: { href: string; label: string }
  mayWrite: boolean
  removed?: string
}

/** The tree as whoever was asked works on it: the same lines and answers, and the owner's words below. */
export function HelpPage(props: HelpProps) {
  const { worry, nodes, answers, photos, origins, home, company, back, mayWrite, removed } = props
  const live = liveNodes(nodes, worry.reading)
  const gone = mayWrite && nodes.find(({ id, removedAt }) => id === removed && removedAt)
  const since = worry.helpAskedAt ? `${japaneseDate(today(worry.helpAskedAt))}から` : ''
  return (
    <Layout
      title="いっしょに見る"
      eyebrow={[company, since].filter(Boolean).join('　')}
      lead="直したところには、あなたの名前が出ます。"
      back={back}
    >
      {gone && <JustRemoved home={home} node={gone} />}
      {live.length === 0 ? (
        <EmptyState title="まだ行がありません">もとの言葉を読んで、行を足してください。</EmptyState>
      ) : (
        <ChallengeLines
          nodes={live}
          label="課題の整理"
          origins={origins}
          {...(mayWrite && { address: `${home}/nodes` })}
        />
      )}
      {mayWrite && (
        <div class="actions">
          <ButtonLink kind="quiet" href={`${home}/lines/new`}>
            行を足す
          </ButtonLink>
          <PostButton action={`${home}/help/finish`} kind="main">
            見終わりました
          </PostButton>
        </div>
      )}
      <Removed {...{ worry, nodes, mayWrite, home, origins }} />
      <OwnWords worry={worry} mayWrite={false} />
      <Photos {...{ worry, photos, home }} mayWrite={false} />
      <GivenAnswers worry={worry} answers={answers} mayAnswer={false} />
    </Layout>
  )
}

export type AskedWorry = { id: string; text: string; helpAskedAt: Date | null; company: string | null }

const SHOWN = 60

/** What a partner was asked to look at, whoever waits longest first. */
export function AskedWorries({ partnerId, worries }: { partnerId: string; worries: readonly AskedWorry[] }) {
  return (
    <Layout
      title="いっしょに見てほしい困りごと"
      lead="企業から、見てほしいと頼まれたものです。"
      back={{ href: `/partners/${partnerId}`, label: 'わたしたちの企業' }}
      width="page"
    >
      {worries.length === 0 ? (
        <EmptyState title="いま頼まれているものはありません" picture="done" />
      ) : (
        <CardList>
          {worries.map((worry) => (
            <AskedCard key={worry.id} worry={worry} href={`/partners/${partnerId}/worries/${worry.id}`} />
          ))}
        </CardList>
      )}
    </Layout>
  )
}

export function AskedCard({ worry, href }: { worry: AskedWorry; href: string }) {
  const since = worry.helpAskedAt ? `${japaneseDate(today(worry.helpAskedAt))}から` : ''
  return (
    <Card
      level={2}
      title={`${worry.company ?? '会社をまだ決めていない方'}の困りごとを、いっしょに見る`}
      href={href}
      eyebrow={since}
    >
      <p>「{truncate(worryInWords(worry).replace(/\s+/g, ' '), SHOWN)}」</p>
    </Card>
  )
}
