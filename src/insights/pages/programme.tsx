import type { ComponentChildren } from 'preact'
import { CaseCard, type ShownCase } from '../../cases/pages/card.tsx'
import { firstOfMonth } from '../../law/dates.ts'
import { japaneseDate, type LegalDate, legalDate, today } from '../../lib/time.ts'
import { Goals } from '../../partners/pages/goals.tsx'
import { Logo } from '../../partners/pages/logo.tsx'
import { daysInWords } from '../../partners/pages/programmes.tsx'
import { areaInWords } from '../../partners/rules/area.ts'
import { KIND_WORDS } from '../../partners/rules/consent.ts'
import type { LogoMark } from '../../partners/rules/logo.ts'
import { type Reached, STATE_WORDS, stateOf, yearsInWords } from '../../partners/rules/programmes.ts'
import type { Partner, Programme } from '../../partners/schema.ts'
import { ProjectCard } from '../../projects/pages/list.tsx'
import type { AskedCode } from '../../projects/rules/codes.ts'
import type { Project } from '../../projects/schema.ts'
import { truncate } from '../../text/truncate.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Phrase } from '../../ui/phrase.tsx'
import { Prose } from '../../ui/prose.tsx'
import { Section } from '../../ui/section.tsx'
import { Tag } from '../../ui/tag.tsx'

export type Whose = Pick<Partner, 'id' | 'name' | 'kind' | 'prefecture' | 'area' | 'phone'>

type Shown = {
  shown: readonly Project[]
  open: number
  codes: ReadonlyMap<string, readonly AskedCode[]>
}

type ProgrammeProps = {
  programme: Programme
  partner: Whose
  logo: LogoMark | null
  projects: Shown
  /** Of the same prefecture: one that came of a small programme would tell whose it is. */
  cases: readonly ShownCase[]
  reached: Reached
  day: LegalDate
}

const DESCRIBED = 120

/** What a partner runs, for companies and for people who want to help. */
export function PublicProgramme({ programme, partner, logo, projects, cases, reached, day }: ProgrammeProps) {
  const { slug, title, about, colour } = programme
  const state = stateOf(programme, day)
  const every = `/projects?programme=${slug}`
  return (
    <Layout
      title={title}
      eyebrow={`${partner.name}　${yearsInWords(programme)}`}
      lead={`${STATE_WORDS[state]}。${daysInWords(programme)}。`}
      colour={colour}
      width="page"
      description={truncate(about.replaceAll(/\s+/g, ' '), DESCRIBED)}
      picture={`/programmes/${slug}/picture.png`}
      feed={{ address: every, title: `${title}の新しい案件` }}
      headMore={<Logo mark={logo} />}
    >
      {state === 'closed' && (
        <Notice kind="info" title="この事業は終わりました">
          {`${japaneseDate(overOn(programme))}に終わりました。新しい案件は入りません。`}
        </Notice>
      )}
      {state !== 'closed' && projects.open > 0 && (
        <p>
          <ButtonLink href={every}>{`この事業の案件を見る（${projects.open}件）`}</ButtonLink>
        </p>
      )}
      <Prose text={about} />
      <Projects {...projects} every={every} title="募集中の案件" />
      <Section title="いままで">
        <Goals {...{ programme, reached }} reader="everybody" isOver={firstOfMonth(day) > programme.lastDay} />
        <p>契約・訪問・催しに来た方の数は、今月のはじめまでに数えたものを、5つきざみで出します。</p>
      </Section>
      <Section title="問い合わせ先">
        <DefinitionList
          items={[
            { term: '事業をする団体', value: <a href={`/partners/${partner.id}/about`}>{partner.name}</a> },
            { term: '対象の地域', value: areaInWords(partner) },
            { term: '連絡先', value: <Dialled text={programme.contact || partner.phone} /> },
          ]}
        />
      </Section>
      <Cases rows={cases} />
    </Layout>
  )
}

/** The day on which it ended: by hand, or its last. */
function overOn({ closedAt, lastDay }: Programme): LegalDate {
  return closedAt === null ? legalDate(lastDay) : today(closedAt)
}

function Projects({ shown, open, codes, every, title }: Shown & { every: string; title: string }) {
  return (
    <Section title={title}>
      {shown.length === 0 ? (
        <p>いま募集している案件はありません。</p>
      ) : (
        <CardList columns={2}>
          {shown.map((project) => (
            <ProjectCard key={project.id} project={project} codes={codes.get(project.id) ?? []} />
          ))}
        </CardList>
      )}
      {open > shown.length && (
        <p>
          <a href={every}>{`${open}件の案件をすべて見る`}</a>
        </p>
      )}
    </Section>
  )
}

function Cases({ rows }: { rows: readonly ShownCase[] }) {
  if (rows.length === 0) return null
  return (
    <Section title="この県の事例">
      <CardList columns={2}>
        {rows.map((row) => (
          <CaseCard key={row.id} row={row} level={3} />
        ))}
      </CardList>
    </Section>
  )
}

/** Programmes as cards, under a heading of their own. */
export function Programmes({ programmes, day, title = '地域の事業' }: ProgrammesProps) {
  if (programmes.length === 0) return null
  return (
    <Section title={title}>
      <CardList columns={2}>
        {programmes.map(({ programme, partner }) => {
          const state = stateOf(programme, day)
          return (
            <Card
              key={programme.id}
              level={3}
              title={programme.title}
              href={`/programmes/${programme.slug}`}
              eyebrow={
                <>
                  {partner.name} <Tag tone={state === 'running' ? 'main' : 'plain'}>{STATE_WORDS[state]}</Tag>
                </>
              }
            >
              <p>
                <Phrase>{daysInWords(programme)}</Phrase>
              </p>
            </Card>
          )
        })}
      </CardList>
    </Section>
  )
}
export type ProgrammesProps = {
  programmes: readonly { programme: Programme; partner: Pick<Partner, 'name'> }[]
  day: LegalDate
  title?: string
}

type PartnerProps = {
  partner: Partner
  logo: LogoMark | null
  programmes: ProgrammesProps['programmes']
  projects: Shown
  cases: readonly ShownCase[]
  follow: ComponentChildren
  day: LegalDate
}

/** A partner as everybody sees it. */
export function PublicPartner({ partner, logo, programmes, projects, cases, follow, day }: PartnerProps) {
  const { id, name, kind, about, message, phone, prefecture, colour } = partner
  return (
    <Layout
      title={name}
      eyebrow={`${KIND_WORDS[kind]}　${areaInWords(partner)}`}
      lead={about}
      width="page"
      description={about}
      colour={colour}
      picture={`/partners/${id}/picture.png`}
      address={`/partners/${id}/about`}
      headMore={<Logo mark={logo} />}
    >
      {message && <Prose text={message} />}
      <p>
        電話：<a href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>{phone}</a>
      </p>
      <Programmes programmes={programmes} day={day} title="事業" />
      <Projects {...projects} every={`/projects?prefecture=${prefecture}`} title="この地域の案件" />
      {follow}
      <Cases rows={cases} />
    </Layout>
  )
}

/** Whom to ask, with each number ready to be rung and in one piece. */
function Dialled({ text }: { text: string }) {
  return text.split(/(0\d{1,4}-\d{1,4}-\d{3,4})/).map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      <a key={part} class="figure" href={`tel:${part.replaceAll('-', '')}`}>
        {part}
      </a>
    ),
  )
}
