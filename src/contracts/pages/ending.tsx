import { japaneseDate, type LegalDate } from '../../lib/time.ts'
import { DateField } from '../../ui/fields/date-field.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Side } from '../rules/side.ts'

type Props = { base: string; version: number; values?: FormValues; errors?: FormErrors }

/** The professional says in own words what should be different. */
export function ChangeWanted({ base, values, errors }: Omit<Props, 'version'>) {
  return (
    <Layout
      title="変えてほしいことを伝える"
      lead="会社が条件を直して、もう一度送ります。"
      back={{ href: base, label: '契約のページ' }}
      failed={Boolean(errors)}
    >
      <Form action={`${base}/change`} submit="会社に伝える" values={values} errors={errors} sticky>
        <TextArea
          name="words"
          label="どこを、どう変えてほしいですか"
          hint="例：月の時間を8時間にしてほしい。支払日を月末にしてほしい。"
          rows={6}
          max={1000}
          required
        />
      </Form>
    </Layout>
  )
}

/** Before both have agreed: leaving it at that. */
export function Withdrawal({ base, version, values, errors }: Props) {
  return (
    <Layout
      title="契約をとりやめる"
      lead="まだ契約になっていないので、とりやめることができます。"
      back={{ href: base, label: '契約のページ' }}
      failed={Boolean(errors)}
    >
      <Form
        action={`${base}/withdrawal`}
        submit="とりやめる"
        submitKind="danger"
        version={version}
        values={values}
        errors={errors}
        sticky
      >
        <TextArea name="reason" label="わけ" hint="相手に伝わります。" rows={4} max={600} required />
      </Form>
    </Layout>
  )
}

type EndingProps = Props & { side: Side; earliest: LegalDate; year: number; isLong: boolean }

/** Ending before the last day: thirty days' notice, and the reason. */
export function Ending({ base, version, values, errors, side, earliest, year, isLong }: EndingProps) {
  return (
    <Layout
      title="途中で終わりにする"
      lead="30日前までに、日とわけを知らせます。"
      back={{ href: base, label: '契約のページ' }}
      failed={Boolean(errors)}
    >
      <Form
        action={`${base}/ending`}
        submit="相手に予告する"
        submitKind="danger"
        version={version}
        values={values}
        errors={errors}
        sticky
      >
        <DateField
          name="endsOn"
          label="終わりにする日"
          hint={`${japaneseDate(earliest)}から後の日です。`}
          years={[year, year + 1, year + 2]}
          required
        />
        <TextArea name="reason" label="わけ" hint="相手に伝わります。" rows={4} max={600} required />
      </Form>
      <Notice kind="info" title="30日前と決まっているわけ">
        {side === 'company' && isLong
          ? '契約の第9条の約束です。6か月以上の契約では、会社は法律（フリーランス法16条）でも30日前の予告と、聞かれたときにわけを答えることが決められています。'
          : '契約の第9条で、両者が約束しています。急ぐときは、相手と話して「仕事を終わりにする」を両者で押せば、その日に終えられます。'}
      </Notice>
    </Layout>
  )
}
