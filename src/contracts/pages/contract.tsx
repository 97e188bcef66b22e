import type { Duty } from '../../law/duties.ts'
import { japaneseDateTime, monthName } from '../../lib/time.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { Layout } from '../../ui/layout.tsx'
import { More } from '../../ui/more.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Phrase } from '../../ui/phrase.tsx'
import { Prose } from '../../ui/prose.tsx'
import { Section } from '../../ui/section.tsx'
import { Stages } from '../../ui/stages.tsx'
import type { Next } from '../rules/next.ts'
import type { Side } from '../rules/side.ts'
import { STATE_WORDS, type State } from '../rules/state.ts'
import type { Contract, ContractVersion } from '../schema.ts'
import { HandoverNotes, type Handovers } from './handovers.tsx'
import { Clauses, Duties, Fingerprint, NoticeItems, Summary } from './parts.tsx'

export type ContractPageProps = {
  side: Side
  /** Address of this contract on this side. */
  base: string
  back: { href: string; label: string }
  contract: Contract
  state: State
  title: string
  companyName: string
  talentName: string
  version: ContractVersion | null
  document: { sha256: string; sealedAt: Date } | null
  next: Next
  /** The months whose reports wait for the company. */
  unconfirmed: readonly string[]
  /** A member who may read and write, but not sign for the company. */
  signs: boolean
  duties: readonly Duty[]
  unsure: boolean
  /** Other contracts of the same two sides whose period overlaps. */
  overlapping: readonly string[]
  /** What is handed over from one role of a group to the next; null for a project of its own. */
  handovers: Handovers | null
}

/** A contract as one side sees it: what to do now, where it stands, what was agreed. */
export function ContractPage(props: ContractPageProps) {
  const { side, base, version, next, contract, document } = props
  const other = side === 'company' ? `${props.talentName}さん` : props.companyName
  return (
    <Layout
      title={`${other}との契約`}
      names={[props.companyName, props.talentName]}
      eyebrow={STATE_WORDS[props.state]}
      lead={next.sentence}
      back={props.back}
    >
      {next.main && <MainStep {...props} />}
      <Unconfirmed {...props} />
      {props.handovers && <HandoverNotes base={base} {...props.handovers} />}
      {version && <Summary terms={version.terms} />}
      <Overlap numbers={props.overlapping} />
      {version?.changeWanted && (
        <Notice kind="info" title={side === 'company' ? '変えてほしいこと' : 'あなたが伝えたこと'}>
          <Prose text={version.changeWanted} />
        </Notice>
      )}
      {contract.endReason && (
        <Notice kind="info" title="終わりにするわけ">
          <Prose text={contract.endReason} />
        </Notice>
      )}
      <Progress state={props.state} />
      {document && <Sealed base={base} {...document} />}
      {version && (
        <Section title="条件">
          <p>
            {props.title}（第{version.n}版）
          </p>
          <NoticeItems terms={version.terms} />
        </Section>
      )}
      {version && <Agreements version={version} />}
      {version && (
        <Section title="約束ごとの、やさしい説明">
          <Clauses />
        </Section>
      )}
      {side === 'company' && props.duties.length > 0 && <Duties duties={props.duties} unsure={props.unsure} />}
      {next.more.length > 0 && <MoreSteps base={base} next={next} />}
    </Layout>
  )
}

function MainStep({ base, next, signs }: ContractPageProps) {
  if (!next.main) return null
  if (next.main.path === '/agreement' && !signs) {
    return <Notice kind="info">同意は、代表の方か、契約をまかされた方ができます。</Notice>
  }
  return (
    <p class="actions">
      <ButtonLink href={base + next.main.path}>{next.main.label}</ButtonLink>
      {next.beside && (
        <ButtonLink kind="quiet" href={base + next.beside.path}>
          {next.beside.label}
        </ButtonLink>
      )}
    </p>
  )
}

/** Reports that wait, as long as the main step does not lead there anyway. */
function Unconfirmed({ base, unconfirmed, next }: ContractPageProps) {
  if (unconfirmed.length === 0 || next.main?.path === '/months') return null
  return (
    <Notice kind="info" title="「確かめました」を待っている記録があります">
      <p>
        <a href={`${base}/months`}>{unconfirmed.map(monthName).join('、')}の記録を読む</a>
      </p>
    </Notice>
  )
}

function Overlap({ numbers }: { numbers: readonly string[] }) {
  if (numbers.length === 0) return null
  return (
    <Notice kind="warning" title="期間が重なる契約があります">
      <p>
        <Phrase>{`同じ相手との契約 ${numbers.join('、')} と、期間が重なっています。`}</Phrase>
      </p>
    </Notice>
  )
}

const STAGES: readonly { label: string; states: readonly State[] }[] = [
  { label: '条件を書く', states: ['draft', 'returned'] },
  { label: '確かめる', states: ['proposed'] },
  { label: '契約書', states: ['agreed'] },
  { label: '仕事', states: ['sealed'] },
  { label: 'ふりかえり', states: ['ended', 'ended-early'] },
]

function Progress({ state }: { state: State }) {
  const current = STAGES.findIndex(({ states }) => states.includes(state))
  return <Stages label="契約のすすみ" current={current} stages={STAGES} />
}

function Sealed({ base, sha256, sealedAt }: { base: string; sha256: string; sealedAt: Date }) {
  return (
    <Section title="契約書">
      <p>
        <ButtonLink kind="quiet" download href={`${base}/document.pdf`}>
          契約書（PDF）を受け取る
        </ButtonLink>
      </p>
      <p>{japaneseDateTime(sealedAt)}に、電子の封印をしました。7年のあいだ、両者で保管してください。</p>
      <More title="変えられていないか、確かめるには">
        <p>
          PDFを開くと、署名の欄に「文書は変更されていません」のように出ます（Adobe Acrobat
          Readerなど）。1文字でも変わると、そう出なくなります。
        </p>
        <p>ファイルの指紋（SHA-256）が次と同じなら、受け取ったままのファイルです。</p>
        <p>
          <Fingerprint sha256={sha256} />
        </p>
      </More>
    </Section>
  )
}

function Agreements({ version }: { version: ContractVersion }) {
  const at = (moment: Date | null) => (moment ? `${japaneseDateTime(moment)}に同意` : 'まだ同意していません')
  return (
    <Section title="同意">
      <DefinitionList
        items={[
          { term: version.terms.companyName, value: at(version.companyAgreedAt) },
          { term: version.terms.talentName, value: at(version.talentAgreedAt) },
          {
            term: '条件の指紋（SHA-256）',
            value: <Fingerprint sha256={version.sha256 ?? ''} />,
            note: '両者が同じ条件を見ているしるしです。条件が1文字でも変わると、別の並びになります。',
          },
        ]}
      />
    </Section>
  )
}

function MoreSteps({ base, next }: { base: string; next: Next }) {
  return (
    <Section title="ほかにできること">
      <ul class="link-list">
        {next.more.map(({ label, path }) => (
          <li key={path}>
            <a href={base + path}>{label}</a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
