import type { ComponentChildren } from 'preact'
import { CheckboxList } from '../../ui/fields/checkbox-list.tsx'
import { FieldGroup, useField } from '../../ui/fields/field.tsx'
import { Select, SelectField } from '../../ui/fields/select-field.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { More } from '../../ui/more.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Phrase } from '../../ui/phrase.tsx'
import { Section } from '../../ui/section.tsx'
import { KIND_WORDS, KINDS, type Kind } from '../rules/kinds.ts'
import { CHOSEN, FIXED, WAY_WORDS, waysOf } from '../rules/ways.ts'
import { DIGEST_HOURS, QUIET_HOURS } from '../rules/wishes.ts'

type Props = { values: FormValues; errors?: FormErrors; saved?: boolean; more?: ComponentChildren }

/** How and when mails come, and which of them come in any case. */
export function NoticeSettingsPage({ values, errors, saved, more }: Props) {
  return (
    <Layout
      title="お知らせの届き方"
      lead="メールがなくても、画面の「お知らせ」にはいつも並びます。"
      back={{ href: '/me/notices', label: 'お知らせ' }}
      failed={Boolean(errors)}
    >
      {saved && <Notice kind="success" title="保存しました。" live />}
      <Form action="/me/notices/settings" submit="保存する" values={values} errors={errors ?? {}}>
        <QuietHours />
        <CheckboxList
          name="holidays"
          label="年末年始とお盆"
          hint="12月29日から1月3日、8月13日から16日です。応募・契約・働いた記録のお知らせは、休みの間も届きます。"
          choices={[{ value: 'yes', label: 'メールを休む' }]}
        />
        <CheckboxList
          name="discreet"
          label="メールの中身"
          hint="あなた個人へのメールは、件名とはじめの行に何のことかを書きません。"
          choices={[{ value: 'yes', label: '本文にも書かない', note: '「お知らせ」へのリンクだけが届きます' }]}
        />
        <Ways values={values} open={Boolean(errors)} />
      </Form>
      {more}
      <More title="いつも届くもの">
        <ul>
          {KINDS.filter((kind) => !CHOSEN.includes(kind)).map((kind) => (
            <li key={kind}>{`${KIND_WORDS[kind]}：${FIXED[kind]?.why}`}</li>
          ))}
          <li>めぐりに入るときの番号：お求めのときに、すぐに届きます。</li>
        </ul>
      </More>
    </Layout>
  )
}

/** One span of the day, so that both ends are read together. */
function QuietHours() {
  const label = '静かな時間'
  const hint = 'この間は、メールを送りません。同じ時刻にすると、いつでも届きます。'
  const [from, until] = [useField({ name: 'quietFrom', label, hint }), useField({ name: 'quietUntil', label })]
  const state = { ...from, ...((from.error ?? until.error) && { error: from.error ?? until.error }) }
  return (
    <FieldGroup name="quietFrom" label={label} hint={hint} state={state}>
      <div class="input-row">
        <Hour name="quietFrom" label="静かな時間の始まり" />
        <span class="input-unit">から</span>
      </div>
      <div class="input-row">
        <Hour name="quietUntil" label="静かな時間の終わり" />
        <span class="input-unit">まで</span>
      </div>
    </FieldGroup>
  )
}

function Hour({ name, label }: { name: string; label: string }) {
  const { id, value, error } = useField({ name, label })
  return <Select {...{ id, name, label, value }} invalid={Boolean(error)} empty="時刻" options={hours(QUIET_HOURS)} />
}

const FIRST: readonly { title: string; kinds: readonly Kind[] }[] = [
  { title: '応募から仕事まで', kinds: ['application', 'message', 'contract', 'work'] },
  { title: '案件と困りごと', kinds: ['project', 'proposal', 'scout', 'worry'] },
]
const GROUPS = [
  ...FIRST,
  { title: 'そのほか', kinds: CHOSEN.filter((kind) => FIRST.every(({ kinds }) => !kinds.includes(kind))) },
]

/** Kind by kind is folded, because hardly anybody parts them; how it stands is said before. */
function Ways({ values, open }: { values: FormValues; open: boolean }) {
  const later = CHOSEN.filter((kind) => values[kind] !== 'instant')
  return (
    <Section title="お知らせの種類ごと">
      <p>
        <Phrase>
          {later.length === 0
            ? 'いまは、どれもすぐにメールで届きます。'
            : `いま、すぐには届かないもの：${wordsOf(later)}`}
        </Phrase>
      </p>
      <More title="種類ごとに変える" open={open}>
        <SelectField
          name="digestHour"
          label="まとめて届く時刻"
          hint={`「${WAY_WORDS.digest}」にしたものが、この時刻に届きます。`}
          options={hours(DIGEST_HOURS)}
        />
        {GROUPS.flatMap(({ title, kinds }) => [
          <h3 key={title}>{title}</h3>,
          ...kinds.map((kind) => (
            <SelectField
              key={kind}
              name={kind}
              label={KIND_WORDS[kind]}
              hint={FIXED[kind]?.why}
              options={waysOf(kind).map((way) => ({ value: way, label: WAY_WORDS[way] }))}
            />
          )),
        ])}
      </More>
    </Section>
  )
}

const wordsOf = (kinds: readonly Kind[]) => kinds.map((kind) => KIND_WORDS[kind]).join('、')

function hours(all: readonly string[]) {
  return all.map((hour) => ({ value: hour, label: `${hour}時` }))
}
