import { plainRows, type Sheet } from '../../lib/sheet.ts'
import { japaneseDate, today } from '../../lib/time.ts'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { More } from '../../ui/more.tsx'
import { Section } from '../../ui/section.tsx'
import { SheetLinks } from '../../ui/sheet-links.tsx'
import { Table } from '../../ui/table.tsx'
import { ROWS, SLOTS, WHATS } from '../rules/layout.ts'
import type { FiscalLayout } from '../schema.ts'

type Props = {
  partner: { readonly id: string; readonly name: string }
  layouts: readonly FiscalLayout[]
  /** The one that is worked on; null: a new one. */
  layout: FiscalLayout | null
  /** How it looks with the figures of a year. */
  preview: Sheet | null
  year: number
  mayChange: boolean
  values?: FormValues
  errors?: FormErrors
}

/** Columns open for a new one. */
const OPEN = 4

/** 様式: an office chooses the columns of its own table, in its own words. */
export function FiscalLayouts({ partner, layouts, layout, preview, year, mayChange, values, errors }: Props) {
  const home = `/partners/${partner.id}/fiscal-layouts`
  const form = { ...(values && { values }), ...(errors && { errors }), ...(layout && { version: layout.version }) }
  return (
    <Layout
      title={layout ? layout.name : '報告書の様式'}
      eyebrow={partner.name}
      lead="列をえらび、順番と見出しを、役所や会社の表に合わせます。"
      width="page"
      back={
        layout
          ? { href: home, label: '様式の一覧' }
          : { href: `/partners/${partner.id}/fiscal-years/now`, label: '年度の報告書' }
      }
      failed={Boolean(errors)}
    >
      {!layout && layouts.length > 0 && (
        <ul class="link-list">
          {layouts.map(({ id, name, updatedAt }) => (
            <li key={id}>
              <a href={`${home}?layout=${id}`}>{name}</a> {`${japaneseDate(today(updatedAt))}に保存`}
            </li>
          ))}
        </ul>
      )}
      {layout && preview && (
        <Section title={`${year}年度の数で見ると`}>
          <Preview sheet={preview} />
          <SheetLinks href={`/partners/${partner.id}/fiscal-years/${year}?layout=${layout.id}`} of={layout.name} />
        </Section>
      )}
      {mayChange && (
        <Section title={layout ? '様式を直す' : '新しい様式を作る'}>
          <Form action={layout ? `${home}/${layout.id}` : home} submit="保存して見てみる" {...form} sticky>
            <TextField name="name" label="様式の名前" required />
            <SelectField
              name="cut"
              label="一行に入れるもの"
              options={ROWS.map(({ id, title }) => ({ value: id, label: title }))}
              required
            />
            {Array.from({ length: SLOTS }, (_, at) => (
              <More key={at} title={`列 ${at + 1}`} open={at < Math.max(OPEN, layout?.columns.length ?? 0)}>
                <Column n={at + 1} />
              </More>
            ))}
          </Form>
          {layout && (
            <PostButton action={`${home}/${layout.id}/removal`} version={layout.version} kind="plain">
              この様式をなくす
            </PostButton>
          )}
        </Section>
      )}
    </Layout>
  )
}

function Column({ n }: { n: number }) {
  const options = WHATS.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <SelectField name={`what${n}`} label="入れるもの" options={options} empty="この列は使わない" required={false} />
      <TextField name={`head${n}`} label="見出し" hint="空けておくと、入れるものの名前になります。" required={false} />
      <TextField name={`words${n}`} label="いつも同じ言葉" required={false} />
      <TextField name={`order${n}`} label="順番" inputMode="numeric" size="short" required={false} />
    </>
  )
}

const numberFormat = new Intl.NumberFormat('ja-JP')

function Preview({ sheet }: { sheet: Sheet }) {
  const [, ...rows] = plainRows({ ...sheet, notes: [] })
  return (
    <Table
      caption={sheet.title}
      columns={sheet.columns.map(({ head, kind }, at) => ({
        // Two columns may have one head.
        head: head || `（${at + 1}）`,
        cell: (row: (typeof rows)[number]) => {
          const value = row[at]
          return typeof value === 'number' ? numberFormat.format(value) : (value ?? '')
        },
        figure: kind !== 'text',
      }))}
      rows={rows}
      rowKey={(row) => rows.indexOf(row).toString()}
    />
  )
}
