import { japaneseDateTime } from '../../lib/time.ts'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { More } from '../../ui/more.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { NOTE_MAX } from '../rules/forms.ts'
import { POINTS, pointsInWords, weighted } from '../rules/scoring.ts'
import { companyPath, isLive } from '../rules/state.ts'
import type { Application, Assessment, Criterion, Selection, SelectionNote } from '../schema.ts'
import { Lines } from './apply.tsx'

/** What came back from one of the forms of this part. */
export type InsideBack = {
  readonly form: 'note' | 'points' | 'consensus'
  readonly values: FormValues
  readonly errors: FormErrors
}

type InsideProps = {
  application: Application
  selection: Selection | null
  notes: readonly SelectionNote[]
  /** In force; none: nothing was declared for this project. */
  criteria: readonly Criterion[]
  /** As the reader may see them, and how many there are in all. */
  given: readonly Assessment[]
  givenCount: number
  opened: boolean
  own: string
  nameOf: (accountId: string) => string
  mayAct: boolean
  back?: InsideBack
}

/** What stays in the company: notes, points, what was agreed on. The person never reads it. */
export function Inside(props: InsideProps) {
  const { application, criteria, mayAct } = props
  const scores = `/companies/${application.companyId}/projects/${application.projectId}/scores`
  return (
    <Section title="社内だけのこと" id="inside" lead="ご本人には見えません。">
      <Notes {...props} />
      {criteria.length > 0 && <Points {...props} />}
      <p>
        <a href={scores}>
          {criteria.length > 0 || !mayAct ? 'みんなの点とくらべる' : '見るところを決めて、点をつける'}
        </a>
      </p>
    </Section>
  )
}

function Notes({ application, notes, own, nameOf, mayAct, back }: InsideProps) {
  const home = companyPath(application)
  const returned = back?.form === 'note' ? back : undefined
  return (
    <>
      {notes.length > 0 && (
        <CardList>
          {notes.map((note) =>
            note.removedAt ? (
              note.accountId === own && (
                <Notice
                  key={note.id}
                  title="メモを消しました"
                  action={<PostButton action={`${home}/notes/${note.id}/removal/cancellation`}>元に戻す</PostButton>}
                />
              )
            ) : (
              <Card
                key={note.id}
                level={3}
                title={`${nameOf(note.accountId)}のメモ`}
                eyebrow={japaneseDateTime(note.writtenAt)}
                foot={
                  mayAct &&
                  note.accountId === own && (
                    <PostButton kind="plain" action={`${home}/notes/${note.id}/removal`}>
                      消す
                    </PostButton>
                  )
                }
              >
                <Lines text={note.words} />
              </Card>
            ),
          )}
        </CardList>
      )}
      {mayAct && (
        <More title="メモを書く" open={returned !== undefined}>
          <Form
            id="note"
            action={`${home}/notes`}
            submit="メモを残す"
            submitKind="quiet"
            values={returned?.values}
            errors={returned?.errors}
          >
            <TextArea name="words" label="メモ" max={NOTE_MAX} rows={3} required />
          </Form>
        </More>
      )}
    </>
  )
}

/** First everybody alone; the others' points and the talk about them come after. */
function Points(props: InsideProps) {
  const { application, criteria, given, givenCount, opened, own, nameOf, mayAct, back } = props
  const mine = given.find(({ accountId }) => accountId === own)
  const others = given.filter(({ accountId }) => accountId !== own)
  const hidden = givenCount - given.length
  const returned = back?.form === 'points' ? back : undefined
  const values = mine && {
    ...Object.fromEntries(Object.entries(mine.points).map(([key, points]) => [key, String(points)])),
    words: mine.words,
  }
  return (
    <>
      {[...(mine ? [mine] : []), ...others].map((one) => (
        <p key={one.accountId}>
          <strong>{`${one.accountId === own ? 'わたし' : nameOf(one.accountId)}：${pointsInWords(weighted(one.points, criteria))}`}</strong>
          {one.changedAt && `（${japaneseDateTime(one.changedAt)}に直しました）`}
          {one.words && `　${one.words}`}
        </p>
      ))}
      {hidden > 0 && <p>{`ほかに${hidden}人が点をつけました。自分の点をつけると、見られます。`}</p>}
      {mayAct && isLive(application) && (
        <More title={mine ? 'わたしの点を直す' : 'わたしの点をつける'} open={returned !== undefined}>
          <Form
            id="points"
            action={`${companyPath(application)}/assessment`}
            submit="この点にする"
            submitKind="quiet"
            values={returned?.values ?? values}
            errors={returned?.errors}
          >
            {criteria.map(({ key, name }) => (
              <SelectField key={key} name={key} label={name} options={POINTS} required />
            ))}
            <TextArea name="words" label="そう考えたわけ" required={false} max={NOTE_MAX} rows={2} />
          </Form>
        </More>
      )}
      {(mine || opened) && <Consensus {...props} />}
    </>
  )
}

function Consensus({ application, selection, nameOf, mayAct, back }: InsideProps) {
  const returned = back?.form === 'consensus' ? back : undefined
  const { consensus, consensusAt, consensusBy } = selection ?? {}
  return (
    <>
      {consensus && consensusAt && (
        <Card
          level={3}
          title="話し合いの結論"
          eyebrow={`${japaneseDateTime(consensusAt)}　${nameOf(consensusBy ?? '')}`}
          tone="accent"
        >
          <Lines text={consensus} />
        </Card>
      )}
      {mayAct && (
        <More title="話し合いの結論を書く" open={returned !== undefined}>
          <Form
            id="consensus"
            action={`${companyPath(application)}/consensus`}
            submit="結論を残す"
            submitKind="quiet"
            values={returned?.values ?? { consensus: consensus ?? '' }}
            errors={returned?.errors}
          >
            <TextArea name="consensus" label="話し合いの結論" max={NOTE_MAX} rows={3} required />
          </Form>
        </More>
      )}
    </>
  )
}
