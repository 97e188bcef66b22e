import { japaneseDate, today } from '../../lib/time.ts'
import { Reasons } from '../../matching/pages/reasons.tsx'
import type { Told } from '../../matching/rules/sentences.ts'
import { TalentCard } from '../../talents/pages/talent-card.tsx'
import type { TalentCardData } from '../../talents/rules/card.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { HiddenField } from '../../ui/fields/hidden-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { COMPANY_WEEKLY, SCOUT_DAYS, stateForCompany, WORDS_MAX } from '../rules.ts'
import type { Scout } from '../schema.ts'
import { COMPANY_WORDS } from './words.ts'

type OpenProject = { readonly id: string; readonly title: string | null }

type TalentPageProps = {
  companyId: string
  talent: TalentCardData
  told: Told | null
  /** Open projects to which this person can be invited. */
  projects: readonly OpenProject[]
  chosen: string
  /** What was sent to this person so far. */
  sent: readonly Scout[]
  left: number
  /** Somebody who only looks on writes to nobody; somebody who wants no scouts gets none. */
  mayWrite: boolean
  wanted: boolean
  now: Date
  values?: FormValues
  errors?: FormErrors
}

/** One person without a name, as a company may see them before they apply, and the way to invite them. */
export function TalentPage(props: TalentPageProps) {
  const { companyId, talent, told, errors, chosen } = props
  return (
    <Layout
      title="力になれそうな人"
      back={{ href: `/companies/${companyId}/talents${chosen && `?project=${chosen}`}`, label: '人をさがす' }}
      failed={Boolean(errors)}
    >
      {canInvite(props) && (
        <p>
          <ButtonLink href="#inviting">この方に声をかける</ButtonLink>
        </p>
      )}
      <TalentCard talent={talent} tone="main">
        {told && <Reasons told={told} doubtTitle="確かめたいこと" />}
      </TalentCard>
      <Inviting {...props} />
      <Notice title="ここに出ていないこと">名前とくわしい経歴は、応じた会社と、応募した会社にだけ伝わります。</Notice>
    </Layout>
  )
}

function openTo({ projects, sent }: TalentPageProps): readonly OpenProject[] {
  return projects.filter(({ id }) => !sent.some(({ projectId }) => projectId === id))
}

function canInvite(props: TalentPageProps): boolean {
  const { wanted, mayWrite, left } = props
  return wanted && mayWrite && left > 0 && openTo(props).length > 0
}

function Inviting(props: TalentPageProps) {
  const { companyId, talent, projects, chosen, sent, left, mayWrite, wanted, now, values, errors } = props
  const open = openTo(props)
  const path = `/companies/${companyId}/talents/${talent.id}/scouts`
  return (
    <Section title="声をかける" id="inviting">
      {sent.map((scout) => (
        <p
          key={scout.id}
        >{`${japaneseDate(today(scout.sentAt))}に声をかけました。${COMPANY_WORDS[stateForCompany(scout, now)]}`}</p>
      ))}
      {!wanted && <p>この方は、いまは会社からの声かけを受けていません。</p>}
      {wanted && projects.length === 0 && <p>募集中の案件があると、声をかけられます。</p>}
      {wanted && mayWrite && open.length > 0 && left === 0 && (
        <p>{`今週は${COMPANY_WEEKLY}人に声をかけました。月曜日に、また送れます。`}</p>
      )}
      {canInvite(props) && (
        <Form
          action={path}
          submit="この方に声をかける"
          values={values ?? { project: open.some(({ id }) => id === chosen) ? chosen : open[0]!.id }}
          {...(errors && { errors })}
        >
          {open.length > 1 ? (
            <SelectField
              name="project"
              label="どの案件に"
              options={open.map(({ id, title }) => ({ value: id, label: title ?? '題のない案件' }))}
            />
          ) : (
            <HiddenField name="project" value={open[0]!.id} />
          )}
          <TextArea
            name="words"
            label="この方への言葉"
            rows={6}
            max={WORDS_MAX}
            hint="なぜこの方に頼みたいのかを、ご自分の言葉で。連絡先は書けません。"
          />
          <p>{`今週は、あと${left}人に声をかけられます。${SCOUT_DAYS}日のあいだ、返事を待ちます。`}</p>
        </Form>
      )}
    </Section>
  )
}
