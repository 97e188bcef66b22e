import { ButtonLink } from '../../ui/button.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors } from '../../ui/form-state.ts'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { momentInWords } from '../rules/times.ts'
import type { Application, Interview } from '../schema.ts'

/** When and where, as long as it holds. */
export function InterviewTimes({ interview }: { interview: Interview }) {
  const { chosen, time1, time2, place, link } = interview
  const times = chosen ? [chosen] : [time1, time2]
  return (
    <DefinitionList
      compact
      items={[
        ...times.map((time, at) => ({ term: chosen ? '日時' : `${at + 1}つ目`, value: momentInWords(time) })),
        { term: '場所', value: place },
        {
          term: '画面',
          value: link && <a href={link} rel="noreferrer noopener">{`${new URL(link).hostname}で話す`}</a>,
        },
      ]}
    />
  )
}

/** What helps to make good use of the time: the calendar, the sheet. `home`: the application, as this side finds it. */
export function BeforeInterview({ home }: { home: string }) {
  return (
    <>
      <ButtonLink kind="quiet" href={`${home}/interview.ics`} download>
        予定表に入れる
      </ButtonLink>{' '}
      <ButtonLink kind="quiet" href={`${home}/agenda`}>
        話すことの紙
      </ButtonLink>
    </>
  )
}

type Turn = { application: Application; interview: Interview; home: string; errors?: FormErrors }

/** The person's side: to choose one of two, to see the chosen one, to ask for others. */
export function InterviewTurn({ application, interview, home, errors }: Turn) {
  const { version } = application
  const other = (
    <PostButton kind="plain" action={`${home}/interview/move`} version={version}>
      ほかの日時をお願いする
    </PostButton>
  )
  if (interview.moveAskedAt) {
    return (
      <Notice kind="info" title="ほかの日時をお願いしました">
        企業が、日時を出しなおします。届いたら、メールでお知らせします。
      </Notice>
    )
  }
  if (interview.chosen) {
    return (
      <>
        <Notice kind="success" title="面談の日時が決まりました" action={<BeforeInterview home={home} />}>
          <InterviewTimes interview={interview} />
        </Notice>
        {other}
      </>
    )
  }
  const choices = [interview.time1, interview.time2].map((time, at) => ({
    value: String(at + 1),
    label: momentInWords(time),
  }))
  const where = `場所：${interview.place}${interview.link ? `（${new URL(interview.link).hostname}）` : ''}`
  return (
    <Section title="面談の日時を選んでください">
      <Form id="interview" action={`${home}/interview`} submit="この日時にする" version={version} errors={errors}>
        <ChoiceCards name="chosen" label="日時" choices={choices} hint={where} />
      </Form>
      {other}
    </Section>
  )
}
