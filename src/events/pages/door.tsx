import { Button, ButtonLink } from '../../ui/button.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import { FormContext, type FormErrors, type FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { More } from '../../ui/more.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Table } from '../../ui/table.tsx'
import { STANDING_WORDS, standingOf } from '../rules/state.ts'
import { whenInWords } from '../rules/words.ts'
import type { Event, Registration } from '../schema.ts'

type Props = {
  event: Event
  /** Where its host works on the event. */
  here: string
  /** Whom the search, or a QR code, found. */
  shown: readonly Registration[]
  expected: number
  came: number
  query: string
  /** Who was just let in. */
  done: Registration | undefined
  isOpen: boolean
  mayChange: boolean
  failed?: { form: 'numbers' | 'walk'; values: FormValues; errors: FormErrors }
}

/** At the door: one press a person, on a weak line; printed it is the list with boxes for a pen. */
export function Door({ event, here, shown, expected, came, query, done, isOpen, mayChange, failed }: Props) {
  const base = `${here}/door`
  const works = isOpen && mayChange
  return (
    <Layout
      title="当日の受付"
      eyebrow={event.title}
      lead={`${came}人が来ました（来る予定は${expected}人）。`}
      back={{ href: here, label: '催しにもどる' }}
      width="page"
      failed={failed !== undefined}
    >
      {!isOpen && <Notice kind="info" title="受付のボタンは、前の日から出ます" />}
      {done && (
        <Notice
          kind="success"
          live
          title={`${done.number}番　${done.name}さんを受け付けました`}
          action={
            works && (
              <PostButton action={`${base}/undoing`} kind="plain" fields={{ number: done.number ?? 0 }}>
                取り消す
              </PostButton>
            )
          }
        />
      )}
      <FormContext.Provider value={{ id: 'find', values: { q: query }, errors: {} }}>
        <form class="form" method="get" action={base}>
          <TextField name="q" label="番号か、名前の読み" type="search" />
          <div class="form-actions">
            <Button kind="quiet">さがす</Button>
          </div>
        </form>
      </FormContext.Provider>
      <Table
        caption={`${whenInWords(event)}`}
        columns={[
          {
            head: 'お名前',
            cell: ({ number, name, kana, affiliation }: Registration) =>
              `${number}　${name}${kana && `（${kana}）`}${affiliation && `　${affiliation}`}`,
          },
          { head: '受付', cell: (one) => <Line one={one} base={base} works={works} /> },
        ]}
        rows={shown}
        rowKey={({ id }) => id}
      />
      {shown.length === 0 && <p>見つかりません。申し込みのない方は、下で受け付けられます。</p>}
      <p class="actions">
        <print-button data-label="名簿を印刷する" />
        {query !== '' && (
          <ButtonLink kind="quiet" href={base}>
            みなさんの名簿にもどる
          </ButtonLink>
        )}
      </p>
      {works && <Others base={base} failed={failed} />}
    </Layout>
  )
}

function Line({ one, base, works }: { one: Registration; base: string; works: boolean }) {
  const standing = standingOf(one)
  if (standing === 'came') return <>来ました</>
  const words = standing === 'seated' ? '□' : `□ ${STANDING_WORDS[standing]}`
  if (!works) return <>{words}</>
  return (
    <>
      {words}
      <PostButton action={base} fields={{ number: one.number ?? 0 }} label={`来た：${one.name}さん`}>
        来た
      </PostButton>
    </>
  )
}

function Others({ base, failed }: { base: string; failed: Props['failed'] }) {
  const of = (form: 'numbers' | 'walk') => (failed?.form === form ? failed : {})
  return (
    <>
      <More title="申し込みのない方が来た" open={failed?.form === 'walk'}>
        <Form id="walk" action={`${base}/people`} submit="受け付ける" submitKind="quiet" {...of('walk')}>
          <TextField name="name" label="お名前" required />
          <TextField name="kana" label="ふりがな" />
          <TextField name="affiliation" label="会社や団体の名前" />
        </Form>
      </More>
      <More title="紙に付けた印を、まとめて入れる" open={failed?.form === 'numbers'}>
        <Form id="numbers" action={`${base}/numbers`} submit="まとめて受け付ける" submitKind="quiet" {...of('numbers')}>
          <TextField name="numbers" label="来た方の番号" hint="例：1 3 5-8" required />
        </Form>
      </More>
    </>
  )
}
