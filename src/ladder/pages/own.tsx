import { japaneseDate, lastDayUntil, today } from '../../lib/time.ts'
import type { Partner } from '../../partners/schema.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { More } from '../../ui/more.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { type Place, placeName } from '../rules/places.ts'
import { shareOf } from '../rules/sharing.ts'
import { STEPS, type Taken } from '../rules/steps.ts'
import { CommendedSharing, type CommendedSharingProps, HowLong, Questions, SAID } from './commending.tsx'

type Shared = ReadonlyMap<string, { fields: string[]; until: Date | null }>

export type OwnLadderProps = CommendedSharingProps & {
  ladder: readonly { place: Place; taken: Taken }[]
  partners: readonly Partner[]
  shared: Shared
  signposts: ReadonlyMap<Place, { id: string; came: number }>
  /** Of which others confirmed something. */
  proven: ReadonlySet<Place>
  /** Of which a proof was made that still holds. */
  handed: ReadonlySet<Place>
  /** Where links begin. */
  publicUrl: string
  done: string | undefined
  /** `id`: of the partner, or of the question, whose form comes back. */
  back?: { id: string; values: FormValues; errors: FormErrors }
}

const DONE: Readonly<Record<string, string>> = {
  none: 'もう伝わりません。人数からは、来月から外れます。',
  counted: '来月から、人数にだけ入ります。',
  named: '名前と段階を伝えることにしました。',
  proof: '渡した証明を取り消しました。受け取った方が番号を入れると、「取り消し済み」と出ます。',
  'commendation-none': '紹介しないと返事をしました。何も伝わりません。',
  'commendation-counted': '来月から、人数にだけ入ります。',
  'commendation-named': '名前と段階を伝えることにしました。',
  'commendation-revoked': 'もう伝わりません。人数からは、来月から外れます。',
}

/** Places that stand open; whoever applied in many has the others one tap away. */
const PLACES = 5

/** 地域とのかかわり: for the person alone, and what of it anybody may know is theirs to say. */
export function OwnLadder(props: OwnLadderProps) {
  const { ladder, partners, done } = props
  return (
    <Layout
      title="地域とのかかわり"
      lead="ここは、あなただけが見られます。伝える相手は、あなたが決めます。"
      back={{ href: '/me', label: '自分のページ' }}
    >
      {done && DONE[done] && <Notice kind="success" title={DONE[done]} live />}
      <Questions {...props} />
      {ladder.length === 0 ? (
        <EmptyState
          title="まだ、かかわりのある土地はありません"
          picture="region"
          action={<ButtonLink href="/regions">地域から案件をさがす</ButtonLink>}
        >
          ゆかりのある土地を書くか、案件に「気になる」を押すと、ここに並びます。
        </EmptyState>
      ) : (
        <CardList>
          {ladder.slice(0, PLACES).map((one) => (
            <PlaceCard key={one.place} {...one} {...props} />
          ))}
        </CardList>
      )}
      {ladder.length > PLACES && (
        <More title={`ほかの土地（${ladder.length - PLACES}）`}>
          <CardList>
            {ladder.slice(PLACES).map((one) => (
              <PlaceCard key={one.place} {...one} {...props} />
            ))}
          </CardList>
        </More>
      )}
      {partners.length > 0 && (
        <Section
          title="だれに、どこまで伝えるか"
          lead="はじめは、だれにも何も伝わりません。会社には、どれを選んでも伝わりません。"
        >
          {partners.map((partner) => (
            <Sharing key={partner.id} partner={partner} {...props} />
          ))}
        </Section>
      )}
      <CommendedSharing {...props} />
    </Layout>
  )
}

function PlaceCard({
  place,
  taken,
  signposts,
  proven,
  handed,
  publicUrl,
}: OwnLadderProps['ladder'][number] & OwnLadderProps) {
  // Whoever did more there knows it anyway.
  const next = STEPS.filter(({ id }) => !taken.has(id) && id !== 'knows').map(({ name }) => name)
  const link = signposts.get(place)
  return (
    <Card title={placeName(place)} href={`/regions/${place}`}>
      <ol class="link-list">
        {STEPS.filter(({ id }) => taken.has(id)).map(({ id, name }) => (
          <li key={id}>
            {name}
            {taken.get(id) && ` ${japaneseDate(today(taken.get(id)!))}`}
          </li>
        ))}
      </ol>
      {next.length > 0 && <p>{`これから：${next.join('、')}`}</p>}
      {proven.has(place) && (
        <p>
          <a href={`/me/ladder/${place}/proof.pdf`} download>
            {`${placeName(place)}での活動の証明（PDF）`}
          </a>
        </p>
      )}
      {handed.has(place) && (
        <More title="渡した証明を取り消す">
          <p>証明の番号を入れた方に、「取り消し済み」と出るようになります。新しい証明は、また作れます。</p>
          <PostButton
            action={`/me/ladder/${place}/proofs/revocation`}
            kind="danger"
            label={`${placeName(place)}の証明を取り消す`}
          >
            取り消す
          </PostButton>
        </More>
      )}
      <More title={link && link.came > 0 ? `知り合いに教える（${link.came}人が来ました）` : '知り合いに教える'}>
        {link ? (
          <>
            <p>このリンクを、知り合いに送ってください。あなたの名前は出ません。</p>
            <p>
              <a href={`/signposts/${link.id}`}>{`${publicUrl}/signposts/${link.id}`}</a>
            </p>
          </>
        ) : (
          <PostButton action="/me/signposts" fields={{ place }} label={`${placeName(place)}を教えるリンクを作る`}>
            教えるリンクを作る
          </PostButton>
        )}
      </More>
    </Card>
  )
}

function Sharing({ partner, shared, back }: { partner: Partner } & OwnLadderProps) {
  const now = shared.get(partner.id)
  const share = shareOf(now?.fields)
  const until = now?.until ? `（${japaneseDate(lastDayUntil(now.until))}まで）` : ''
  const failed = back?.id === partner.id ? back : undefined
  return (
    <More title={`${partner.name}：${SAID[share]}${until}`} open={failed !== undefined}>
      <Form
        id={`share-${partner.id}`}
        action={`/me/ladder/${partner.id}`}
        submit="これに決める"
        submitKind="quiet"
        values={failed?.values ?? { share, years: '1' }}
        {...(failed && { errors: failed.errors })}
      >
        <ChoiceCards
          name="share"
          label={`${partner.name}に伝えること`}
          choices={[
            { value: 'none', label: '何も伝えない' },
            {
              value: 'counted',
              label: '人数にだけ入る',
              note: '名前は伝わりません。5人より少ないときは、人数も出ません。',
            },
            {
              value: 'named',
              label: '名前も伝える',
              note: '名前、お住まいの都道府県、この土地での段階が伝わり、便りが届きます。',
            },
          ]}
        />
        <HowLong />
      </Form>
    </More>
  )
}
