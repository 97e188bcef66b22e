import { PREFECTURE_CHOICES } from '../../companies/pages/choices.ts'
import { areaInWords } from '../../partners/rules/area.ts'
import { KIND_WORDS } from '../../partners/rules/consent.ts'
import type { Partner } from '../../partners/schema.ts'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { More } from '../../ui/more.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'

type Listed = Pick<Partner, 'id' | 'name' | 'kind' | 'prefecture' | 'area'> & {
  members: number
  invited: number
  /** The host name of its own. */
  host: string | null
}
type Back = { values: FormValues; errors: FormErrors }

export interface DeskPartnersProps {
  partners: readonly Listed[]
  done: keyof typeof DONE | null
  founding?: Back
  inviting?: Back & { id: string }
  naming?: Back & { id: string }
}

export const DONE = {
  founded: '提携先を作り、招待のメールを送ります',
  invited: '招待のメールを送ります',
  named: '保存しました',
}

/** Every partner of the instance, and the form that founds one. */
export function DeskPartners({ partners, done, founding, inviting, naming }: DeskPartnersProps) {
  return (
    <Layout
      title="提携先"
      lead="はじめの方をメールで招くと、その方が職場の方を招けます。"
      back={{ href: '/desk', label: '事務局' }}
      width="page"
      failed={Boolean(founding ?? inviting ?? naming)}
    >
      {done && <Notice kind="success" live title={DONE[done]} />}
      <More title="提携先を作る" open={Boolean(founding) || partners.length === 0}>
        <Founding back={founding} />
      </More>
      <Section title={`いまの提携先（${partners.length}）`}>
        <CardList columns={2}>
          {partners.map((partner) => (
            <PartnerCard
              key={partner.id}
              partner={partner}
              back={inviting?.id === partner.id ? inviting : undefined}
              naming={naming?.id === partner.id ? naming : undefined}
            />
          ))}
        </CardList>
      </Section>
    </Layout>
  )
}

type CardProps = { partner: Listed; back: Back | undefined; naming: Back | undefined }

function PartnerCard({ partner, back, naming }: CardProps) {
  const { id, name, kind, members, invited, host } = partner
  return (
    <Card level={3} title={name} eyebrow={`${KIND_WORDS[kind]}　${areaInWords(partner)}`}>
      <p>
        {members === 0 ? 'まだだれも入っていません。' : `${members}人が使っています。`}
        {invited > 0 && `招待の返事待ち：${invited}人`}
      </p>
      {members === 0 && (
        <More title="招待を送る" open={Boolean(back)}>
          <Form id={`invite-${id}`} action={`/desk/partners/${id}/invitations`} submit="招待を送る" {...back}>
            <TextField name="email" label="メールアドレス" type="email" inputMode="email" required />
          </Form>
        </More>
      )}
      <More title={host ?? '自分のホスト名で見せる'} open={Boolean(naming)}>
        <Form
          id={`host-${id}`}
          action={`/desk/partners/${id}/host`}
          submit="保存する"
          values={{ host: host ?? '' }}
          {...naming}
        >
          <TextField
            name="host"
            label="ホスト名"
            hint="例：fukugyo.city.example.jp。DNSと証明書を用意してから入れます。空けると外れます。"
            required={false}
          />
        </Form>
      </More>
    </Card>
  )
}

function Founding({ back }: { back: Back | undefined }) {
  return (
    <Form action="/desk/partners" submit="作って招待を送る" {...back}>
      <ChoiceCards
        name="kind"
        label="種類"
        choices={Object.entries(KIND_WORDS).map(([value, label]) => ({ value, label }))}
        columns={3}
      />
      <TextField name="name" label="名前" hint="例：ほたる市役所 商工振興課" required />
      <SelectField name="prefecture" label="都道府県" options={PREFECTURE_CHOICES} required />
      <TextField
        name="area"
        label="市区町村"
        required={false}
        hint="例：八女市、筑後市。県ぜんぶのときは空けてください。"
      />
      <TextArea name="about" label="ひとことの紹介" rows={2} max={120} required />
      <TextField name="phone" label="電話番号" type="tel" inputMode="tel" required />
      <TextField name="email" label="はじめの方のメールアドレス" type="email" inputMode="email" required />
    </Form>
  )
}
