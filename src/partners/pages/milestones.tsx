import { fiscalYearOf } from '../../law/fiscal-year.ts'
import { japaneseDate, type LegalDate, legalDate } from '../../lib/time.ts'
import { DateField } from '../../ui/fields/date-field.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { More } from '../../ui/more.tsx'
import { Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'
import { MILESTONES, milestonesInOrder, OF_TOWN_HALLS, usualMilestones } from '../rules/milestones.ts'
import type { Programme } from '../schema.ts'

type Props = {
  programme: Programme
  day: LegalDate
  mayWrite: boolean
  back?: { values: FormValues; errors: FormErrors } | undefined
}

/** The office's own year around a programme: for itself alone, also in its calendar. */
export function MilestonesSection({ programme, day, mayWrite, back }: Props) {
  const path = `/partners/${programme.partnerId}/programmes/${programme.id}`
  const days = milestonesInOrder(programme.milestones)
  const next = days.find((one) => one.day >= day)
  const year = fiscalYearOf(legalDate(programme.firstDay))
  const usual = days.length > 0 ? programme.milestones : usualMilestones(OF_TOWN_HALLS, year)
  const years = Array.from({ length: fiscalYearOf(legalDate(programme.lastDay)) - year + 4 }, (_, at) => year - 1 + at)
  return (
    <Section title="一年の予定" lead="この団体の方だけに見えます。引継ぎ書の「これからの予定」にも入ります。">
      {days.length > 0 && (
        <>
          <Table
            caption="一年の予定"
            captionHidden
            columns={[
              { head: '日', cell: (one: (typeof days)[number]) => japaneseDate(one.day) },
              { head: 'こと', cell: ({ name }) => name },
              { head: 'いま', cell: ({ day: on, id }) => (on < day ? '過ぎました' : id === next?.id ? 'つぎ' : '') },
            ]}
            rows={days}
            rowKey={({ id }) => id}
            stack
          />
          <p>
            <a href={`${path}/calendar.ics`} download>
              予定表に入れる（.ics）
            </a>
          </p>
        </>
      )}
      {mayWrite && (
        <More title={days.length > 0 ? '一年の予定を直す' : '一年の予定を入れる'} open={back !== undefined}>
          {days.length === 0 && <p>よくある年の日を入れてあります。</p>}
          <Form
            id="milestones"
            action={`${path}/milestones`}
            submit="予定を保存する"
            submitKind="quiet"
            version={programme.version}
            values={back?.values ?? usual}
            {...(back && { errors: back.errors })}
          >
            {MILESTONES.map(({ id, name }) => (
              <DateField key={id} name={id} label={name} years={years} required={false} />
            ))}
          </Form>
        </More>
      )}
    </Section>
  )
}
