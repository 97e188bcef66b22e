import type { ComponentChildren } from 'preact'
import { japaneseDate, type LegalDate, today } from '../../lib/time.ts'
import { PostButton } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { SheetLinks } from '../../ui/sheet-links.tsx'
import { Table } from '../../ui/table.tsx'
import {
  type Contact,
  type DatedLine,
  handoversOf,
  historySpan,
  type Line,
  missingParts,
  PART_WORDS,
  PARTS,
  type Pack,
  type Part,
  stateOfHandover,
} from '../rules/handover.ts'
import type { Handover, HandoverReceipt } from '../schema.ts'
import { fromTo, type Names } from './handovers.tsx'

type Props = {
  handover: Handover
  receipts: readonly HandoverReceipt[]
  pack: Pack
  /** What the partner is called, or the desk. */
  house: string
  names: Names
  day: LegalDate
  /** The reader is the successor. */
  mayAcknowledge: boolean
  mayWithdraw: boolean
}

/** One pack: every part with what is in it today, and whether the successor took it over. It prints as it stands. */
export function HandoverPage(props: Props) {
  const { handover, receipts, house, names, day, mayWithdraw } = props
  const { id, partnerId, givenAt, words } = handover
  const list = handoversOf(partnerId)
  const state = stateOfHandover(handover)
  const missing = missingParts(receipts)
  return (
    <Layout
      title={`引継ぎ書（${fromTo(handover, names)}）`}
      names={[house, ...names.values()]}
      eyebrow={house}
      lead={`${japaneseDate(today(givenAt))}に渡しました。中身は${japaneseDate(day)}のものです。`}
      back={{ href: list, label: '引継ぎ書の一覧' }}
      width="page"
    >
      {state === 'received' && <Notice kind="success" title="すべて受け取りました" />}
      {state === 'withdrawn' && <Notice kind="info" title="この引継ぎ書は取りやめました" />}
      {state === 'waiting' && (
        <Notice kind="info" title={`受け取りがまだの部分：${missing.length}つ`}>
          受け取る方が、部分ごとに確かめて「受け取りました」を押します。
        </Notice>
      )}
      <SheetLinks href={`${list}/${id}`} of="引継ぎ書" />
      {words && (
        <Section title="申し送り">
          {words.split('\n').map((line, at) => (
            <p key={`${at}:${line}`}>{line}</p>
          ))}
        </Section>
      )}
      {PARTS.map((part) => (
        <PartOf key={part} part={part} {...props} />
      ))}
      {mayWithdraw && state === 'waiting' && (
        <PostButton action={`${list}/${id}/withdrawal`} kind="danger">
          この引継ぎ書を取りやめる
        </PostButton>
      )}
    </Layout>
  )
}

function PartOf({ part, handover, receipts, pack, mayAcknowledge }: Props & { part: Part }) {
  const receipt = receipts.find((one) => one.part === part)
  const isOpen = stateOfHandover(handover) === 'waiting'
  return (
    <Section
      title={PART_WORDS[part]}
      {...(receipt && { lead: `${japaneseDate(today(receipt.acknowledgedAt))}に受け取りました。` })}
    >
      {BODIES[part](pack)}
      {!receipt && isOpen && mayAcknowledge && (
        <PostButton
          action={`${handoversOf(handover.partnerId)}/${handover.id}/receipts`}
          kind="main"
          fields={{ part }}
          label={`「${PART_WORDS[part]}」を受け取りました`}
        >
          受け取りました
        </PostButton>
      )}
    </Section>
  )
}

const BODIES: Readonly<Record<Part, (pack: Pack) => ComponentChildren>> = {
  matters: ({ matters }) => <Lines lines={matters} />,
  promises: ({ promises }) => <Dated caption={PART_WORDS.promises} lines={promises} />,
  contacts: ({ contacts }) => <Contacts contacts={contacts} />,
  history: ({ history }) => (
    <>
      <Dated caption={PART_WORDS.history} lines={history} />
      <p>{historySpan(history.length)}</p>
    </>
  ),
  calendar: ({ calendar }) => <Dated caption={PART_WORDS.calendar} lines={calendar} />,
}

const NONE = 'いまはありません。'

function Lines({ lines }: { lines: readonly Line[] }) {
  if (lines.length === 0) return <p>{NONE}</p>
  return (
    <ul class="link-list">
      {lines.map((line) => (
        <li key={line.title + line.href}>
          <Title {...line} /> {line.words}
        </li>
      ))}
    </ul>
  )
}

function Title({ title, href }: Line) {
  return href ? <a href={href}>{title}</a> : title
}

function Dated({ caption, lines }: { caption: string; lines: readonly DatedLine[] }) {
  if (lines.length === 0) return <p>{NONE}</p>
  const rows = lines.map((line, at) => ({ ...line, at }))
  return (
    <Table
      caption={caption}
      captionHidden
      columns={[
        { head: '日', cell: ({ day }: (typeof rows)[number]) => japaneseDate(day) },
        { head: 'こと', cell: ({ title }) => title },
      ]}
      rows={rows}
      rowKey={({ at }) => String(at)}
      stack
    />
  )
}

function Contacts({ contacts }: { contacts: readonly Contact[] }) {
  if (contacts.length === 0) return <p>{NONE}</p>
  const rows = contacts.map((contact, at) => ({ ...contact, at }))
  return (
    <Table
      caption={PART_WORDS.contacts}
      captionHidden
      columns={[
        { head: '会社', cell: ({ firm }: (typeof rows)[number]) => firm },
        { head: '担当の方', cell: ({ contact }) => contact ?? '' },
        { head: '電話', cell: ({ phone }) => phone ?? '' },
      ]}
      rows={rows}
      rowKey={({ at }) => String(at)}
      stack
    />
  )
}
