import type { ComponentChildren } from 'preact'
import { ButtonLink } from '../../ui/button.tsx'
import { Counts } from '../../ui/counts.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { More } from '../../ui/more.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { SheetLinks } from '../../ui/sheet-links.tsx'
import { Table } from '../../ui/table.tsx'
import { isDoorOpen } from '../rules/list-at-door.ts'
import { standingOf, standingWords, stateOf } from '../rules/state.ts'
import { FORGOTTEN_NAME, KIND_WORDS, seatsInWords, whenInWords, whereInWords } from '../rules/words.ts'
import type { Event, Registration } from '../schema.ts'
import { StateTag } from './card.tsx'

type Props = {
  event: Event
  host: string
  base: string
  registrations: readonly Registration[]
  mayChange: boolean
  now: Date
  failed?: { values: FormValues; errors: FormErrors }
  /** What else can be done here: choosing, the day itself, what comes after. */
  more?: ComponentChildren
}

/** One event as its host works on it. */
export function HostEvent({ event, host, base, registrations, mayChange, now, failed, more }: Props) {
  const state = stateOf(event, now)
  const of = (...standings: ReturnType<typeof standingOf>[]) =>
    registrations.filter((one) => standings.includes(standingOf(one))).length
  const here = `${base}/${event.id}`
  const isComing = state === 'open' || state === 'closed'
  return (
    <Layout
      title={event.title}
      eyebrow={host}
      back={{ href: base, label: '催しの一覧' }}
      failed={failed !== undefined}
      width="page"
      headMore={
        <p class="tag-list">
          <StateTag event={event} now={now} />
        </p>
      }
    >
      {state === 'draft' && (
        <Notice
          kind="info"
          title="まだ、だれにも見えていません"
          action={
            mayChange && (
              <PostButton action={`${here}/publication`} kind="main" version={event.version}>
                公開する
              </PostButton>
            )
          }
        />
      )}
      {state !== 'draft' && (
        <Counts
          items={[
            {
              label: state === 'over' ? '席のあった方' : '参加できる方',
              value: of('seated', 'offered', 'came'),
              unit: '人',
            },
            event.choosing === 'selection'
              ? { label: '選考中', value: of('applied'), unit: '人' }
              : { label: 'キャンセル待ち', value: of('waiting'), unit: '人' },
            { label: '受付をした方', value: of('came'), unit: '人' },
          ]}
        />
      )}
      <p class="actions">
        {isDoorOpen(event, now) && <ButtonLink href={`${here}/door`}>当日の受付</ButtonLink>}
        {isComing && !isDoorOpen(event, now) && (
          <ButtonLink kind="quiet" href={`${here}/door`}>
            名簿
          </ButtonLink>
        )}
        {event.publishedAt && event.travelCeiling !== null && (
          <ButtonLink kind="quiet" href={`${here}/travel`}>
            旅費の補助
          </ButtonLink>
        )}
        {mayChange && (state === 'draft' || isComing) && (
          <ButtonLink kind="quiet" href={`${here}/words`}>
            内容を直す
          </ButtonLink>
        )}
        {event.publishedAt && (
          <ButtonLink kind="quiet" href={`/events/${event.id}`}>
            みなさんに見える画面
          </ButtonLink>
        )}
      </p>
      <DefinitionList
        items={[
          { term: '日時', value: whenInWords(event) },
          { term: '場所', value: [...new Set([KIND_WORDS[event.kind], whereInWords(event)])].join('　') },
          { term: 'オンラインの入り口', value: event.link },
          { term: '定員', value: seatsInWords(event, now) },
          { term: '中止のわけ', value: event.calledOffWhy },
        ]}
      />
      {more}
      {state !== 'draft' && <People {...{ registrations, event, here }} isOver={state === 'over'} />}
      {mayChange && isComing && <Telephone here={here} failed={failed} />}
      {mayChange && isComing && <Ending here={here} event={event} isOpen={state === 'open'} now={now} />}
    </Layout>
  )
}

type PeopleProps = { registrations: readonly Registration[]; event: Event; here: string; isOver: boolean }

function People({ registrations, event, here, isOver }: PeopleProps) {
  return (
    <Section title="申し込んだ方" lead="この催しのことにだけ使えます。終わって三か月で、名前は消えます。">
      {registrations.length === 0 ? (
        <p>まだ申し込みはありません。</p>
      ) : (
        <>
          <Table
            caption="申し込んだ方"
            captionHidden
            columns={[
              {
                head: 'お名前',
                cell: ({ number, name, kana }: Registration) =>
                  `${number ?? ''}　${name || FORGOTTEN_NAME}${kana && `（${kana}）`}`,
              },
              { head: '会社や団体', cell: ({ affiliation }) => affiliation || '—' },
              { head: 'いま', cell: (one) => standingWords(one, event, isOver) },
            ]}
            rows={registrations}
            rowKey={({ id }) => id}
            stack
          />
          <SheetLinks href={here} of="申し込んだ方" print={false} />
        </>
      )}
    </Section>
  )
}

function Telephone({ here, failed }: { here: string; failed: Props['failed'] }) {
  return (
    <More title="電話で受けた申し込みを足す" open={failed !== undefined}>
      <Form id="person" action={`${here}/people`} submit="申し込みを足す" submitKind="quiet" {...failed}>
        <TextField name="name" label="お名前" required />
        <TextField name="kana" label="ふりがな" />
        <TextField name="affiliation" label="会社や団体の名前" />
      </Form>
    </More>
  )
}

function Ending({ here, event, isOpen, now }: { here: string; event: Event; isOpen: boolean; now: Date }) {
  return (
    <Section title="受付を止める・中止する">
      {isOpen ? (
        <PostButton action={`${here}/closing`} version={event.version}>
          申し込みの受付を止める
        </PostButton>
      ) : (
        event.registerUntil > now && (
          <PostButton action={`${here}/reopening`} version={event.version}>
            申し込みをまた受けつける
          </PostButton>
        )
      )}
      <More title="この催しを中止する">
        <p>申し込んだ方みなさんに、わけをそえてメールでお知らせします。もとには戻せません。</p>
        <Form
          id="off"
          action={`${here}/calling-off`}
          submit="中止して知らせる"
          submitKind="danger"
          version={event.version}
        >
          <TextField name="why" label="中止のわけ" required />
        </Form>
      </More>
    </Section>
  )
}
