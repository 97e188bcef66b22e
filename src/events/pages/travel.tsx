import { japaneseDate } from '../../lib/time.ts'
import { inYen } from '../../projects/rules/choices.ts'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { Counts } from '../../ui/counts.tsx'
import { CheckboxList } from '../../ui/fields/checkbox-list.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { Section } from '../../ui/section.tsx'
import { SheetLinks } from '../../ui/sheet-links.tsx'
import { paidOf, totalsOf } from '../rules/afterwards.ts'
import type { Event, TravelSupport } from '../schema.ts'

type Props = {
  event: Event
  here: string
  supports: readonly TravelSupport[]
  mayChange: boolean
  values?: FormValues
  errors?: FormErrors
}

/** What ways cost, receipts, and what was paid: one line a person. */
export function TravelPage({ event, here, supports, mayChange, values = {}, errors = {} }: Props) {
  const base = `${here}/travel`
  const { planned, paid } = totalsOf(supports)
  return (
    <Layout
      title="旅費の補助"
      eyebrow={event.title}
      lead={`ひとり${inYen(event.travelCeiling ?? 0)}まで。領収書を見てから支払います。`}
      back={{ href: here, label: '催しにもどる' }}
      width="page"
      failed={Object.keys(errors).length > 0}
    >
      <Counts
        items={[
          { label: '人数', value: supports.length, unit: '人' },
          { label: '補助の合計', value: planned, unit: '円' },
          { label: '支払い済み', value: paid, unit: '円' },
        ]}
      />
      {supports.length > 0 && (
        <>
          <CardList columns={2}>
            {supports.map((one) => (
              <Card
                key={one.id}
                title={one.name}
                level={2}
                eyebrow={one.route}
                foot={<State one={one} base={base} mayChange={mayChange} />}
              >
                <p>{`かかった額 ${inYen(one.amount)}　補助の額 ${inYen(paidOf(one))}`}</p>
              </Card>
            ))}
          </CardList>
          <SheetLinks href={base} of="旅費の補助" />
        </>
      )}
      {mayChange && (
        <Section title="ひとり分を書く">
          <Form id="support" action={base} submit="書きこむ" {...{ values, errors }}>
            <TextField name="number" label="受付の番号" inputMode="numeric" size="short" required />
            <TextField name="route" label="行き方" hint="例：新宿から山形、新幹線の往復" required />
            <TextField name="amount" label="かかった額" inputMode="numeric" unit="円" size="short" required />
            <CheckboxList name="receipt" label="領収書" choices={[{ value: 'yes', label: '領収書を見た' }]} />
          </Form>
        </Section>
      )}
    </Layout>
  )
}

function State({ one, base, mayChange }: { one: TravelSupport; base: string; mayChange: boolean }) {
  if (one.paidOn) return <>{`${japaneseDate(one.paidOn as Parameters<typeof japaneseDate>[0])}に支払い`}</>
  if (!mayChange) return <>{one.receiptSeenAt ? '支払いを待っています' : '領収書を待っています'}</>
  const [step, words] = one.receiptSeenAt ? ['payment', '支払った'] : ['receipt', '領収書を見た']
  return (
    <>
      <PostButton action={`${base}/${one.id}/${step}`} label={`${words}：${one.name}さん`}>
        {words!}
      </PostButton>
      <PostButton action={`${base}/${one.id}/withdrawal`} kind="plain" label={`消す：${one.name}さん`}>
        消す
      </PostButton>
    </>
  )
}
