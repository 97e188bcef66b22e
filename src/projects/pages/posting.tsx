import { type AnswerFigures, answersInWords } from '../../applications/rules/promise.ts'
import { appliedInWords } from '../../applications/rules/standing.ts'
import { industryName } from '../../companies/rules/industries.ts'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { Phrase } from '../../ui/phrase.tsx'
import { Prose } from '../../ui/prose.tsx'
import { Section } from '../../ui/section.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { Content } from '../rules/changes.ts'
import { levelInWords } from '../rules/choices.ts'
import type { AskedCode } from '../rules/codes.ts'
import { PosterFacts, ProjectFacts, placeName } from './facts.tsx'
import { type Among, RoleAmong } from './roles.tsx'

export type PostingProps = {
  project: Content
  codes: readonly AskedCode[]
  /** Has somebody made sure that the company exists? */
  verified: boolean
  /** How many people have applied; left out where nobody counted. */
  applicants?: number
  /** How often this was opened, in words. */
  opened?: string | null
  /** How such applications were answered elsewhere, in words. */
  odds?: string | null
  /** What others pay for an hour, in words. */
  beside?: string | null
  /** How the company answered so far; left out where nobody counted. */
  answers?: AnswerFigures
  /** Where everybody reads what the company did before. */
  record?: string
  /** One of several roles that share a challenge. */
  among?: Among | null
}

/** 山形県・化学・肥料 */
export function whereAndWhat(project: Pick<Content, 'prefecture' | 'industry'>): string {
  return [placeName(project), project.industry && industryName(project.industry)].filter(Boolean).join('　')
}

/** A posting as a professional reads it: the same for everybody, the company's own preview included. */
export function Posting({
  project,
  codes,
  verified,
  applicants,
  opened,
  odds,
  beside,
  answers,
  record,
  among,
}: PostingProps) {
  return (
    <>
      <ProjectFacts project={project} />
      <Figures
        figures={[
          beside,
          applicants !== undefined && appliedInWords(applicants, project.applicationLimit),
          opened,
          odds,
        ]}
      />
      <Words title="いまの様子" text={project.background} />
      <Words title="頼みたいこと" text={project.work} />
      <Words title="三か月後の姿" text={project.goal} />
      {codes.length > 0 && (
        <Section title="求めていること">
          <ul class="link-list">
            {codes.map((asked) => (
              <li key={asked.code}>
                <Asked {...asked} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Words title="今回は頼まないこと" text={project.excluded} />
      {among && <RoleAmong {...among} />}
      {(project.question1 || project.question2) && (
        <Section title="応募のときに聞くこと">
          <ul>
            {[project.question1, project.question2].filter(Boolean).map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="募集する会社">
        {verified && (
          <p>
            <Tag tone="main">事務局が会社を確かめました</Tag>
          </p>
        )}
        <PosterFacts project={project} />
        {answers && <p>{`${answersInWords(answers)}。`}</p>}
        {verified && record && (
          <p>
            <a href={record}>この会社のこれまで</a>
          </p>
        )}
      </Section>
    </>
  )
}

/** What is known of others: read together. */
function Figures({ figures }: { figures: readonly (string | null | undefined | false)[] }) {
  const told = figures.filter((one): one is string => Boolean(one))
  if (told.length === 0) return null
  return (
    <div class="prose">
      {told.map((one) => (
        <p key={one}>
          <Phrase>{one}</Phrase>
        </p>
      ))}
    </div>
  )
}

function Asked({ code, level, must }: AskedCode) {
  const place = jobCodes().place(code)
  if (!place) return null
  return (
    <>
      <a href={`/projects?code=${code}`}>{place.leaf.name}</a>
      <br />
      {levelInWords(level)}
      {must ? '（必ず）' : '（できれば）'}
    </>
  )
}

function Words({ title, text }: { title: string; text: string | null }) {
  if (!text) return null
  return (
    <Section title={title}>
      <Prose text={text} />
    </Section>
  )
}
