import type { VNode } from 'preact'
import { japaneseDate, today } from '../../lib/time.ts'
import { DeclineForm } from '../../projects/pages/decline-form.tsx'
import { TalentCard } from '../../talents/pages/talent-card.tsx'
import type { TalentCardData } from '../../talents/rules/card.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { More } from '../../ui/more.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { MOST_TIMES, TALK_MINUTES, TALK_REASONS, type TalkState, talkState } from '../rules/talks.ts'
import { momentInWords, type SlotDay } from '../rules/times.ts'
import type { Talk } from '../schema.ts'
import { Lines } from './apply.tsx'

type Props = {
  talk: Talk
  title: string
  card: TalentCardData | null
  days: readonly SlotDay[]
  mayAct: boolean
  now: Date
  back?: { form: 'times' | 'decline'; values: FormValues; errors: FormErrors }
}

/** Somebody would like to talk before applying: times, or a kind no. */
export function CompanyTalk(props: Props) {
  const { talk, title, card, mayAct, now, back } = props
  const state = talkState(talk, now)
  return (
    <Layout
      title={`${TALK_MINUTES}分話したい方がいます`}
      eyebrow={title}
      lead={LEADS[state](talk)}
      back={{ href: `/companies/${talk.companyId}/projects/${talk.projectId}`, label: '案件にもどる' }}
      failed={Boolean(back)}
    >
      <Section title="話したいこと">
        <Lines text={talk.topic} />
      </Section>
      {mayAct && state === 'asked' && <Times {...props} />}
      {state === 'proposed' && (
        <Section title="伝えた日時">
          <ul>
            {talk.times.map((time) => (
              <li key={time.getTime()}>{momentInWords(time)}</li>
            ))}
          </ul>
        </Section>
      )}
      {state === 'chosen' && <Agreed talk={talk} />}
      {card && (
        <Section title="頼んだ方">
          <TalentCard talent={card} level={3} />
        </Section>
      )}
      {mayAct && <Ways {...props} state={state} />}
    </Layout>
  )
}

const LEADS: Readonly<Record<TalkState, (talk: Talk) => string>> = {
  asked: ({ answerBy }) => `${japaneseDate(today(answerBy))}までに返事をする約束です。`,
  proposed: () => '日時を伝えました。ご本人が選ぶのを待っています。',
  chosen: () => '日時が決まりました。',
  over: () => 'この話は終わりました。',
  declined: () => '話せないことを伝えました。',
  cancelled: ({ cancelledBy }) => (cancelledBy === 'company' ? '取りやめました。' : 'ご本人が取りやめました。'),
}

function Times({ talk, days, back }: Props): VNode {
  const sent = back?.form === 'times' ? back : undefined
  return (
    <Form
      id="times"
      action={`/companies/${talk.companyId}/talks/${talk.id}/times`}
      submit="この日時を伝える"
      version={talk.version}
      values={sent?.values ?? { place: talk.place }}
      errors={sent?.errors}
      sticky
    >
      {Array.from({ length: MOST_TIMES }, (_, at) => (
        <SelectField key={at} name={`time${at + 1}`} label={`${at + 1}つ目の日時`} options={days} required={at === 0} />
      ))}
      <TextField name="typed" label="ほかの日時" hint="例：12月3日 午後3時" required={false} size="short" />
      <TextField name="place" label="話す方法" hint="画面で話すリンクか、電話番号" required size="long" />
    </Form>
  )
}

function Agreed({ talk }: { talk: Talk }) {
  return (
    <Notice
      kind="success"
      title={momentInWords(talk.chosen!)}
      action={
        <ButtonLink kind="quiet" href={`/companies/${talk.companyId}/talks/${talk.id}/calendar.ics`} download>
          予定表に入れる
        </ButtonLink>
      }
    >
      <DefinitionList compact items={[{ term: '話す方法', value: talk.place, note: `${TALK_MINUTES}分` }]} />
    </Notice>
  )
}

/** What else can be done, from where it stands. */
function Ways(props: Props & { state: TalkState }) {
  const { talk, state, back } = props
  const path = `/companies/${talk.companyId}/talks/${talk.id}`
  if (state === 'asked' || state === 'proposed') {
    return (
      <>
        {state === 'proposed' && (
          <More title="別の日時を伝える" open={back?.form === 'times'}>
            <Times {...props} />
          </More>
        )}
        <DeclineForm
          title="話せないとき"
          action={`${path}/decline`}
          version={talk.version}
          reasons={TALK_REASONS}
          back={back?.form === 'decline' ? back : undefined}
        />
      </>
    )
  }
  if (state !== 'chosen') return null
  return (
    <>
      <More title="日時を変える" open={back?.form === 'times'}>
        <Times {...props} />
      </More>
      <PostButton action={`${path}/cancellation`} version={talk.version}>
        話を取りやめる
      </PostButton>
    </>
  )
}
