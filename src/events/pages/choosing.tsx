import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form } from '../../ui/form.tsx'
import { More } from '../../ui/more.tsx'
import { Section } from '../../ui/section.tsx'
import { standingOf } from '../rules/state.ts'
import { REFUSAL_WORDS } from '../rules/words.ts'
import type { Event, Registration } from '../schema.ts'

type Props = { event: Event; here: string; registrations: readonly Registration[] }

const REASONS = Object.entries(REFUSAL_WORDS).map(([value, label]) => ({ value, label }))

/** Those who wait for the choice, each with what they wrote; a yes and a no, the no with a reason. */
export function Choosing({ event, here, registrations }: Props) {
  const applied = registrations.filter((one) => standingOf(one) === 'applied')
  if (applied.length === 0) return null
  return (
    <Section
      title="参加する方を選ぶ"
      lead={`あと${event.capacity - event.seats}人選べます。選んでも見送っても、すぐメールが届きます。`}
    >
      <CardList columns={2}>
        {applied.map((one) => (
          <Applicant key={one.id} one={one} here={here} />
        ))}
      </CardList>
      <More title="残りの方みなさんに、見送りを伝える">
        <Form
          id="others"
          action={`${here}/refusals`}
          submit={`${applied.length}人に伝える`}
          submitKind="quiet"
          values={{ refusal: 'full' }}
        >
          <SelectField name="refusal" label="見送るわけ" options={REASONS} required />
        </Form>
      </More>
    </Section>
  )
}

function Applicant({ one, here }: { one: Registration; here: string }) {
  const act = (name: string) => `${here}/registrations/${one.id}/${name}`
  return (
    <Card title={`${one.number}　${one.name}さん`} level={3} eyebrow={one.affiliation}>
      {one.words.split('\n').map((line, at) => (
        <p key={`${at}`}>{line}</p>
      ))}
      <More title="この方を決める">
        <Form id={`choose-${one.number}`} action={act('choice')} submit="参加していただく" submitKind="quiet">
          <TextField name="note" label="選んだわけのメモ" hint="窓口の控えです。ご本人には出ません。" />
        </Form>
        <Form id={`refuse-${one.number}`} action={act('refusal')} submit="今回は見送る" submitKind="quiet">
          <SelectField name="refusal" label="見送るわけ" hint="メールで伝わります。" options={REASONS} required />
          <TextField name="note" label="見送ったわけのメモ" />
        </Form>
      </More>
    </Card>
  )
}
