import { japaneseDate, today } from '../../lib/time.ts'
import type { Project } from '../../projects/schema.ts'
import { TalentCard } from '../../talents/pages/talent-card.tsx'
import type { TalentCardData } from '../../talents/rules/card.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { TALK_MINUTES, TOPIC_MAX, talkReason, talkState, timesAhead } from '../rules/talks.ts'
import { momentInWords } from '../rules/times.ts'
import type { Talk } from '../schema.ts'
import { Lines } from './apply.tsx'

type Common = { project: Project; companyName: string; back?: { values: FormValues; errors: FormErrors } }

/** Before anything leaves: what will be seen, and that no name is among it. */
export function AskTalk({ project, companyName, card, back }: Common & { card: TalentCardData }) {
  const path = `/me/projects/${project.id}/talk`
  return (
    <Layout
      title={`応募の前に、${TALK_MINUTES}分話してみる`}
      eyebrow={project.title ?? undefined}
      lead="名前を出さずに頼めます。応募したことにはなりません。"
      back={{ href: `/projects/${project.id}`, label: '案件にもどる' }}
      failed={Boolean(back)}
    >
      <Form action={path} submit={`${TALK_MINUTES}分の話を頼む`} {...back}>
        <TextArea
          name="topic"
          label="話したいこと"
          hint="例：自分の経験が役に立つか、聞いてみたいです。"
          max={TOPIC_MAX}
          rows={3}
        />
      </Form>
      <Section
        title={`${companyName}に見えるもの`}
        lead="このカードと、話したいことだけです。話のときに名乗るかどうかは、あなたが決めます。"
      >
        <TalentCard talent={card} level={3} />
      </Section>
    </Layout>
  )
}

/** Somebody's talk, in whatever state it is. */
export function OwnTalk({ project, companyName, talk, now, back }: Common & { talk: Talk; now: Date }) {
  const path = `/me/projects/${project.id}/talk`
  const state = talkState(talk, now)
  const live = state === 'asked' || state === 'proposed' || state === 'chosen'
  return (
    <Layout
      title={`${TALK_MINUTES}分の話`}
      eyebrow={[companyName, project.title].filter(Boolean).join('　')}
      back={{ href: `/projects/${project.id}`, label: '案件にもどる' }}
      failed={Boolean(back)}
    >
      {state === 'asked' && (
        <Notice title="会社の返事を待っています">
          {`${japaneseDate(today(talk.answerBy))}までに、会社が返事をする約束です。`}
        </Notice>
      )}
      {state === 'proposed' && <Choose {...{ path, talk, now, back }} />}
      {state === 'chosen' && <Agreed path={path} talk={talk} />}
      {state === 'over' && (
        <Notice title="この話は、終わりました">{momentInWords(talk.chosen!)}に話す約束でした。</Notice>
      )}
      {state === 'declined' && (
        <Notice title="今回は、話すことができないとのことです">
          {`理由：${talkReason(talk.declineReason)}。応募は、これからでもできます。`}
        </Notice>
      )}
      {(state === 'over' || state === 'declined') && (
        <p>
          <ButtonLink href={`/me/projects/${project.id}/application`}>応募する</ButtonLink>
        </p>
      )}
      <Section title="話したいこと">
        <Lines text={talk.topic} />
      </Section>
      {live && (
        <div class="form-actions">
          {state !== 'asked' && (
            <PostButton action={`${path}/move`} version={talk.version}>
              別の日時を頼む
            </PostButton>
          )}
          <PostButton action={`${path}/cancellation`} version={talk.version}>
            話を取りやめる
          </PostButton>
        </div>
      )}
    </Layout>
  )
}

function Choose({ path, talk, now, back }: { path: string; talk: Talk; now: Date } & Pick<Common, 'back'>) {
  const ahead = timesAhead(talk, now)
  if (ahead.length === 0) {
    return <Notice title="届いた日時が過ぎました">「別の日時を頼む」を押すと、会社に伝わります。</Notice>
  }
  return (
    <Form id="time" action={`${path}/time`} submit="この日時にする" version={talk.version} {...back}>
      <ChoiceCards
        name="time"
        label="日時を選んでください"
        choices={ahead.map((time) => ({ value: time.toISOString(), label: momentInWords(time) }))}
      />
    </Form>
  )
}

function Agreed({ path, talk }: { path: string; talk: Talk }) {
  return (
    <Notice
      kind="success"
      title="話す日時が決まりました"
      action={
        <ButtonLink kind="quiet" href={`${path}.ics`} download>
          予定表に入れる
        </ButtonLink>
      }
    >
      <DefinitionList
        compact
        items={[
          { term: '日時', value: momentInWords(talk.chosen!), note: `${TALK_MINUTES}分` },
          { term: '話す方法', value: talk.place },
        ]}
      />
      <p>電話なら、番号の前に184を付けると、あなたの番号は相手に出ません。</p>
    </Notice>
  )
}
