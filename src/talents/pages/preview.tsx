import { NOT_DISCLOSED } from '../../applications/rules/disclosure.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { PostButton } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Phrase } from '../../ui/phrase.tsx'
import { Section } from '../../ui/section.tsx'
import type { ApplicantProfile } from '../rules/card.ts'
import type { Employer } from '../rules/employer.ts'
import type { OwnTalent } from '../rules/profile.ts'
import { firstOpen } from '../rules/screens.ts'
import { canDo, stateOf } from '../rules/visible.ts'
import { ApplicantSheet } from './applicant-sheet.tsx'
import { HiddenFrom } from './employer.tsx'
import { TalentCard } from './talent-card.tsx'

type Props = {
  talent: OwnTalent
  applicant: ApplicantProfile
  answer: Employer | undefined
  /** The screen whose words name the employer. */
  leak: { href: string; label: string } | null
}

/** What a company sees before an application, after it and after a contract, by the very parts that companies are shown. */
export function Preview({ talent, applicant, answer, leak }: Props) {
  return (
    <Layout
      title="会社からは、こう見えます"
      lead="名前と勤め先は出ません。名前が伝わるのは、あなたが応募した会社だけです。"
      back={{ href: '/me/profile', label: 'プロフィール' }}
      width="page"
    >
      <NextStep talent={talent} leak={leak} />
      <CardList columns={2}>
        <Section title="応募する前">
          <TalentCard talent={applicant.card} level={3} />
        </Section>
        <Section title="応募した会社だけに">
          <ApplicantSheet applicant={applicant} level={3} />
        </Section>
      </CardList>
      <Section title="契約した会社だけに">
        <AfterContract name={applicant.name} />
      </Section>
      <Section title="一切見えない相手">
        <HiddenFrom answer={answer} />
      </Section>
    </Layout>
  )
}

/** What comes to the two above with a contract, and what does not even then. */
function AfterContract({ name }: { name: string | null }) {
  return (
    <>
      <DefinitionList
        items={[
          { term: '契約書の名前', value: name ?? '名前を書くと、ここに出ます' },
          { term: 'やりとり', value: '会社があなたに決めたときから、書いた連絡先がかくれずに届きます。' },
          { term: '毎月の記録', value: 'あなたが書いた時間と、したこと' },
          { term: 'ふりかえり', value: '終わったあとに、あなたが書いた言葉' },
        ]}
      />
      <p>
        <Phrase>{`契約のあとも、${NOT_DISCLOSED.join('・')}は、めぐりからは伝えません。`}</Phrase>
      </p>
    </>
  )
}

function NextStep({ talent, leak }: Pick<Props, 'talent' | 'leak'>) {
  const open = firstOpen(talent)
  if (open) {
    return (
      <Notice title="まだ答えていない質問があります" action={<ButtonLink href={open}>つづきに答える</ButtonLink>}>
        全部答えると、会社から見えるようにできます。
      </Notice>
    )
  }
  if (leak) {
    return (
      <Notice
        kind="warning"
        title="勤め先の名前が、文の中に入っています"
        action={<ButtonLink href={leak.href}>{leak.label}</ButtonLink>}
      >
        このままではだれの話か分かってしまうので、名前を消してから見えるようにしましょう。
      </Notice>
    )
  }
  if (!canDo('publish', stateOf(talent))) return null
  return (
    <PostButton action="/me/profile/publication" kind="main" version={talent.version} wide>
      会社から見えるようにする
    </PostButton>
  )
}
