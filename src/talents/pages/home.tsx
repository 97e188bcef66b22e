import type { ComponentChildren } from 'preact'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PostButton } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'
import { More } from '../../ui/more.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import type { OwnTalent } from '../rules/profile.ts'
import { firstOpen } from '../rules/screens.ts'
import { canDo, seeks, stateOf } from '../rules/visible.ts'

/** One thing of a person's: an application, a contract, something that waits. */
export type HomeLine = {
  readonly title: string
  readonly href: string
  /** 「案件 1042-7」, a company, a date. */
  readonly eyebrow?: string
  readonly detail?: string
}

/** Of applications and contracts each; the others are one tap away. */
const SHOWN_LINES = 4

/** What was just done and can be taken back. */
export type JustDone = 'publication' | 'hiding' | 'pause' | 'resumption' | 'scouts' | 'no-scouts'

type Props = {
  /** 「小林さん」; null before the name is known. */
  name: string | null
  talent: OwnTalent | undefined
  /** What waits for this person, most urgent first. */
  waiting: readonly HomeLine[]
  applications: readonly HomeLine[]
  contracts: readonly HomeLine[]
  /** Projects that this person marked. */
  marked: readonly HomeLine[]
  /** Questions and talks that this person asked for. */
  asked: readonly HomeLine[]
  /** Projects that fit, with reasons. */
  fitting?: ComponentChildren
  done?: { act: JustDone; before?: OwnTalent['availability'] }
}

/** The home of a professional: what waits, who can see them, and one thing to do next. */
export function Me({ name, talent, waiting, applications, contracts, marked, asked, fitting, done }: Props) {
  return (
    <Layout title={name ? `${name}さんのページ` : 'あなたのページ'} width="page">
      {talent && done && <Done talent={talent} {...done} />}
      {waiting.length > 0 ? <Waiting lines={waiting} /> : <Next talent={talent} />}
      <Showing talent={talent} />
      {contracts.length > 0 && (
        <Section title="契約と稼働" id="contracts">
          <Lines lines={contracts.slice(0, SHOWN_LINES)} />
          {contracts.length > SHOWN_LINES && (
            <More title={`ほかの契約（${contracts.length - SHOWN_LINES}件）`}>
              <Lines lines={contracts.slice(SHOWN_LINES)} />
            </More>
          )}
        </Section>
      )}
      {applications.length > 0 && <Applications lines={applications} />}
      {fitting}
      {applications.length === 0 && <Applications lines={applications} />}
      {marked.length > 0 && (
        <Section title="気になる案件" id="marked">
          <Lines lines={marked} />
        </Section>
      )}
      {asked.length > 0 && (
        <Section title="質問と、15分の話" id="asked">
          <Lines lines={asked} />
        </Section>
      )}
      <Section title="あなたのこと">
        <CardList columns={2}>
          <Card title="プロフィール" href="/me/profile" level={3}>
            <p>してきたこと、時間と報酬、土地とのつながり</p>
          </Card>
          <Card title="名前と連絡先" href="/me/person" level={3}>
            <p>応募した会社と、契約の書類にだけ</p>
          </Card>
          <Card title="知らせてもらう条件" href="/me/watches" level={3}>
            <p>新しい案件を、メールで受け取る</p>
          </Card>
          <Card title="地域とのかかわり" href="/me/ladder" level={3}>
            <p>手伝った土地、訪れた土地。だれに伝えるかも</p>
          </Card>
          <Card title="本業の決まりを確かめる" href="/me/main-job" level={3}>
            <p>許可、時間、税金のこと。あなただけが見られます</p>
          </Card>
        </CardList>
      </Section>
    </Layout>
  )
}

function Waiting({ lines: [first, ...others] }: { lines: readonly HomeLine[] }) {
  return (
    <Section title="あなたの番です">
      {first && (
        <Card
          title={first.title}
          eyebrow={first.eyebrow}
          level={3}
          tone="main"
          foot={<ButtonLink href={first.href}>開いて進める</ButtonLink>}
        >
          {first.detail && <p>{first.detail}</p>}
        </Card>
      )}
      {others.length > 0 && <Lines lines={others} />}
    </Section>
  )
}

/** What is going on stands before what might fit; that there is none yet is said after it. */
function Applications({ lines }: { lines: readonly HomeLine[] }) {
  return (
    <Section title="応募" id="applications">
      {lines.length > 0 ? (
        <>
          <Lines lines={lines.slice(0, SHOWN_LINES)} />
          {lines.length > SHOWN_LINES && (
            <p>
              <ButtonLink kind="quiet" href="/me/applications">
                {`応募した案件をすべて見る（${lines.length}件）`}
              </ButtonLink>
            </p>
          )}
        </>
      ) : (
        <EmptyState title="まだ応募はありません">応募すると、いまどこまで進んだかがここで分かります。</EmptyState>
      )}
    </Section>
  )
}

function Lines({ lines }: { lines: readonly HomeLine[] }) {
  return (
    <CardList columns={2}>
      {lines.map(({ title, href, eyebrow, detail }) => (
        <Card key={href} title={title} href={href} eyebrow={eyebrow} level={3}>
          {detail && <p>{detail}</p>}
        </Card>
      ))}
    </CardList>
  )
}

/** The one thing to do when nothing waits. */
function Next({ talent }: Pick<Props, 'talent'>) {
  const open = talent ? firstOpen(talent) : '/me/profile'
  const [href, words] = open
    ? ([open, talent ? 'プロフィールのつづきに答える' : 'プロフィールを作る'] as const)
    : (['/projects', '案件をさがす'] as const)
  return (
    <p>
      <ButtonLink href={href} wide>
        {words}
      </ButtonLink>
    </p>
  )
}

/** Whether companies can see this person, and how to change that with one tap. */
function Showing({ talent }: Pick<Props, 'talent'>) {
  if (!talent) return <Notice title="まだ、どの会社にも見えません">プロフィールがなくても、案件はさがせます。</Notice>
  const state = stateOf(talent)
  const looks = state === 'visible' && !seeks(talent)
  const { title, words } = SHOWN[looks ? 'looking' : state]
  return (
    <Notice
      kind={state === 'visible' && !looks ? 'success' : 'info'}
      title={title}
      action={
        <>
          {canDo('hide', state) && (
            <PostButton action="/me/profile/hiding" version={talent.version}>
              すぐに隠す
            </PostButton>
          )}
          {canDo('pause', state) && <Availability talent={talent} to="pause" words="しばらく休む" />}
          {state === 'visible' && !looks && (
            <PostButton action={`/me/scouts/${talent.noScoutsAt ? 'resumption' : 'stopping'}`}>
              {talent.noScoutsAt ? '会社からの声かけを受ける' : '会社からの声かけを止める'}
            </PostButton>
          )}
          {looks && (
            <ButtonLink kind="quiet" href="/me/profile/pace">
              声をかけてもらえるようにする
            </ButtonLink>
          )}
          {canDo('resume', state) && <Availability talent={talent} to="talk" words="また見えるようにする" />}
          {canDo('publish', state) && !firstOpen(talent) && (
            <ButtonLink kind="quiet" href="/me/profile/preview">
              見え方を確かめて、見えるようにする
            </ButtonLink>
          )}
        </>
      }
    >
      {words}
    </Notice>
  )
}

const SHOWN = {
  draft: { title: 'まだ、どの会社にも見えません', words: '見えるようにするまで、だれにも見えません。' },
  visible: { title: '会社から見えています', words: '名前は出ません。勤め先と、見せないと決めた会社には見えません。' },
  looking: {
    title: '今は見るだけにしています',
    words: 'どの会社の一覧にも出ません。案件はさがせて、応募した会社にだけ見えます。',
  },
  hidden: { title: '隠しています', words: 'どの会社からも見えません。応募や契約の途中のものは、そのまま続きます。' },
  paused: { title: '休んでいます', words: 'どの会社からも見えません。応募や契約の途中のものは、そのまま続きます。' },
} as const

function Availability({ talent, to, words }: { talent: OwnTalent; to: OwnTalent['availability']; words: string }) {
  return (
    <PostButton action="/me/profile/availability" version={talent.version} fields={{ availability: to }}>
      {words}
    </PostButton>
  )
}

/** What was just done, with its 取り消し; nothing when the state has moved on since. */
function Done({ talent, act, before }: { talent: OwnTalent } & NonNullable<Props['done']>) {
  const state = stateOf(talent)
  const { expected, title } = DONE[act]
  if (expected !== null && state !== expected) return null
  const undo = {
    publication: <PostButton action="/me/profile/hiding">取り消す</PostButton>,
    hiding: (
      <PostButton action="/me/profile/publication" version={talent.version}>
        取り消す
      </PostButton>
    ),
    pause: <Availability talent={talent} to={before ?? 'talk'} words="取り消す" />,
    resumption: <Availability talent={talent} to="pause" words="取り消す" />,
    scouts: <PostButton action="/me/scouts/stopping">取り消す</PostButton>,
    'no-scouts': <PostButton action="/me/scouts/resumption">取り消す</PostButton>,
  }[act]
  const words = state === 'visible' && !seeks(talent) ? SHOWN.looking.words : undefined
  return (
    <Notice kind="success" title={words ? SHOWN.looking.title : title} action={undo} live>
      {words}
    </Notice>
  )
}

const DONE = {
  publication: {
    expected: 'visible',
    title: '会社から見えるようになりました。合う案件が見つかったら、お知らせします。',
  },
  hiding: { expected: 'hidden', title: '隠しました。いまは、どの会社からも見えません。' },
  pause: { expected: 'paused', title: '休みにしました。いまは、どの会社からも見えません。' },
  scouts: { expected: null, title: 'また、会社から声がかかるようにしました。' },
  'no-scouts': { expected: null, title: '会社からの声かけを止めました。会社からの新しい誘いは届きません。' },
  resumption: { expected: 'visible', title: 'また、会社から見えるようになりました。' },
} as const
