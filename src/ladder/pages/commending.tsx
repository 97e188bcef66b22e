import { prefectureName } from '../../lib/regions.ts'
import { japaneseDate, lastDayUntil, today } from '../../lib/time.ts'
import type { Partner } from '../../partners/schema.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { More } from '../../ui/more.tsx'
import { Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'
import { type Commended, STANDING_WORDS } from '../rules/commending.ts'
import { type Alumnus, type Share, shareOf } from '../rules/sharing.ts'

/** What somebody lets a partner know, in words. */
export const SAID: Readonly<Record<Share, string>> = {
  none: '伝えていません',
  counted: '人数にだけ入っています',
  named: '名前を伝えています',
}

/** For how many years a partner may know of somebody. */
export function HowLong() {
  return (
    <ChoiceCards
      name="years"
      label="いつまで"
      columns={2}
      choices={[
        { value: '1', label: '1年' },
        { value: '3', label: '3年' },
      ]}
    />
  )
}

type Question = {
  readonly id: string
  readonly words: string
  readonly answerUntil: Date
  readonly version: number
  readonly from: Pick<Partner, 'name'>
  readonly to: Pick<Partner, 'name' | 'prefecture' | 'about'>
}

export type CommendedSharingProps = {
  questions: readonly Question[]
  commended: {
    readonly shared: readonly { id: string; fields: string[]; until: Date | null; to: string; from: string }[]
    readonly saidEmployer: boolean
  }
  back?: { id: string; values: FormValues; errors: FormErrors }
}

/** What partners ask of somebody: whether another partner may know of them. Silence is no. */
export function Questions({ questions, commended, back }: CommendedSharingProps) {
  return (
    <>
      {questions.map(({ id, words, answerUntil, version, from, to }) => (
        <Section
          key={id}
          names={[to.name]}
          title={`${to.name}に、あなたを紹介したいそうです`}
          lead={`${from.name}から聞かれています。${japaneseDate(lastDayUntil(answerUntil))}までに返事がなければ、何も伝わらずに終わります。`}
        >
          <p>{`「${words}」`}</p>
          <p>{`${to.name}（${prefectureName(to.prefecture)}）：${to.about}`}</p>
          <Employer said={commended.saidEmployer} />
          <Form
            id={`commendation-${id}`}
            action={`/me/commendations/${id}/answer`}
            submit="返事をする"
            version={version}
            values={back?.id === id ? back.values : { years: '1' }}
            {...(back?.id === id && { errors: back.errors })}
            more={
              <ButtonLink href="/me" kind="plain">
                あとで決める
              </ButtonLink>
            }
          >
            <ChoiceCards
              name="share"
              label={`${to.name}に伝えること`}
              choices={[
                { value: 'none', label: '紹介しない', note: `${from.name}には、返事があったことだけが伝わります。` },
                {
                  value: 'counted',
                  label: '人数にだけ入る',
                  note: '名前は伝わりません。5人より少ないときは、人数も出ません。',
                },
                {
                  value: 'named',
                  label: '名前も伝える',
                  note: `名前、お住まいの都道府県、${from.name}の地域での段階が伝わり、便りが届きます。`,
                },
              ]}
            />
            <HowLong />
          </Form>
        </Section>
      ))}
    </>
  )
}

function Employer({ said }: { said: boolean }) {
  if (said) return <p>お勤め先や、知られたくない会社とつながりのある団体には、何も伝わりません。</p>
  return (
    <p>
      お勤め先とつながりのある団体に伝わらないように、先に <a href="/me/profile/employer">お勤め先のこと</a>{' '}
      を答えてください。
    </p>
  )
}

/** Who knows of somebody because another partner asked; each can be ended at once. */
export function CommendedSharing({ commended: { shared, saidEmployer } }: CommendedSharingProps) {
  if (shared.length === 0) return null
  return (
    <Section title="紹介されて、伝えていること">
      <ul>
        {shared.map(({ id, fields, until, to, from }) => (
          <li key={id}>
            {`${to}：${SAID[shareOf(fields)]}${until ? `（${japaneseDate(lastDayUntil(until))}まで）` : ''}。${from}の紹介です。`}
            <PostButton action={`/me/commendations/${id}/revocation`} kind="plain" label={`${to}に伝えるのをやめる`}>
              伝えるのをやめる
            </PostButton>
          </li>
        ))}
      </ul>
      <Employer said={saidEmployer} />
    </Section>
  )
}

type CommendingProps = {
  partner: Pick<Partner, 'id'>
  alumni: readonly Alumnus[]
  others: readonly Partner[]
  asked: readonly Commended[]
  mayWrite: boolean
  back?: { form: string; values: FormValues; errors: FormErrors }
}

/** Whom a partner would like to make known elsewhere. Whoever was commended to it is not passed on. */
export function Commending({ partner, alumni, others, asked, mayWrite, back }: CommendingProps) {
  const own = alumni.filter(({ from }) => from === null)
  const names = new Map(own.map((one) => [one.accountId, `${one.familyName} ${one.givenName}`]))
  const seen = asked.filter(({ accountId }) => names.has(accountId))
  const failed = back?.form === 'commendation' ? back : undefined
  if (own.length === 0) return null
  return (
    <Section
      title="ほかの地域にも紹介する"
      lead="まずご本人に聞きます。よいと言われるまで、相手には何も伝わりません。どう答えたかは、こちらにも伝わりません。"
    >
      {mayWrite && others.length > 0 && (
        <More title="紹介してよいか、ご本人に聞く" open={failed !== undefined}>
          <Form
            id="commendation"
            action={`/partners/${partner.id}/ladder/commendations`}
            submit="ご本人に聞く"
            submitKind="quiet"
            {...(failed && { values: failed.values, errors: failed.errors })}
          >
            <SelectField
              name="person"
              required
              label="紹介したい方"
              options={own.map(({ accountId }) => ({ value: accountId, label: names.get(accountId)! }))}
            />
            <SelectField
              name="partner"
              required
              label="紹介する先"
              options={others.map(({ id, name, prefecture }) => ({
                value: id,
                label: `${name}（${prefectureName(prefecture)}）`,
              }))}
            />
            <TextArea name="words" label="紹介したいわけ" hint="ご本人だけが読みます。" required max={300} rows={4} />
          </Form>
        </More>
      )}
      {seen.length > 0 && (
        <Table
          caption="聞いた方"
          columns={[
            { head: '名前', cell: ({ accountId }: Commended) => names.get(accountId) },
            { head: '紹介する先', cell: ({ to }) => to },
            { head: '聞いた日', cell: ({ askedAt }) => japaneseDate(today(askedAt)) },
            { head: 'いま', cell: ({ standing }) => STANDING_WORDS[standing] },
          ]}
          rows={seen}
          rowKey={({ id }) => id}
          stack
        />
      )}
    </Section>
  )
}
