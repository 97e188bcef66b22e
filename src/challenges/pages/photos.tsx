import { ButtonLink } from '../../ui/button.tsx'
import { PhotoField } from '../../ui/fields/files-field.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'
import { More } from '../../ui/more.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Photo } from '../../ui/photo.tsx'
import { Section } from '../../ui/section.tsx'
import { MOST_PHOTOS, PHOTO, PHOTO_BACK_MINUTES, type PhotoNote, waitsForTyping } from '../rules/photos.ts'
import type { Worry } from '../schema.ts'

type Shown = {
  worry: Worry
  photos: readonly PhotoNote[]
  mayWrite: boolean
  /** Where the worry stands for whoever looks. */
  home: string
  /** The owner alone. */
  mayTakeAway?: boolean
}

/** Just after a photo was taken away. */
export function PhotoAway({ home, photoId }: { home: string; photoId: string }) {
  return (
    <Notice
      kind="success"
      live
      title="写真を消しました"
      action={<PostButton action={`${home}/photos/${photoId}/restoration`}>元に戻す</PostButton>}
    >
      {`${PHOTO_BACK_MINUTES}分のあいだは、元に戻せます。`}
    </Notice>
  )
}

export const TYPED_WORDS = '写真から書き写しました'

/** Under the own words: the photos they came from, and one more. */
export function Photos({ worry, photos, mayWrite, home, mayTakeAway = mayWrite }: Shown) {
  if (photos.length === 0) return mayWrite ? <OneMore home={home} /> : null
  const untyped = photos.some(({ typedAt }) => typedAt === null)
  const typed = worry.text !== '' && photos.some(({ typedAt }) => typedAt !== null)
  return (
    <Section title="メモの写真" id="photos">
      {untyped && <p>事務局が文字に書き写します。書き写すと、整理に加わります。</p>}
      {!untyped && typed && <p>{TYPED_WORDS}。</p>}
      <Gallery {...{ photos, mayTakeAway, home }} />
      {mayWrite && photos.length < MOST_PHOTOS && <OneMore home={home} />}
    </Section>
  )
}

type GalleryProps = Omit<Shown, 'worry' | 'mayWrite'> & { name?: string }

/** Photos that whoever looks may see at `home`; also of a filled sheet. */
export function Gallery({ photos, mayTakeAway, home, name = 'メモの写真' }: GalleryProps) {
  return (
    <ul class="photo-list">
      {photos.map(({ id }, at) => (
        <li key={id}>
          <Photo src={`${home}/photos/${id}`} alt={`${name} ${at + 1}枚目`} />
          {mayTakeAway && (
            <PostButton action={`${home}/photos/${id}/removal`} kind="plain" label={`${at + 1}枚目の写真を消す`}>
              写真を消す
            </PostButton>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Folded: most people have no notes on paper. */
function OneMore({ home }: { home: string }) {
  return (
    <More title="メモの写真を送る">
      <SendPhoto home={home} />
    </More>
  )
}

/** A form of its own: the words are not touched. */
function SendPhoto({ home, error, main }: { home: string; error?: string | undefined; main?: boolean }) {
  return (
    <Form
      id="photo"
      action={`${home}/photos`}
      submit="写真を送る"
      submitKind={main ? 'main' : 'quiet'}
      upload
      {...(error && { errors: { [PHOTO]: error } })}
    >
      <PhotoField name={PHOTO} label="メモの写真" hint={WHAT_FOR} />
    </Form>
  )
}

export const WHAT_FOR = '紙のメモを撮って送ると、事務局が文字にします。'

/** A photo came back with a sentence. */
export function PhotoAgain({ home, error }: { home: string; error: string }) {
  return (
    <Layout title="メモの写真を送る" back={{ href: home, label: '整理した内容' }} failed>
      <SendPhoto home={home} error={error} main />
    </Layout>
  )
}

/** Only photos so far: somebody reads them, or could not. */
export function PhotoOnly(props: Shown & { away?: string | undefined }) {
  const { worry, photos, mayWrite, home, away } = props
  const waits = waitsForTyping(worry, photos)
  return (
    <Layout
      title={waits ? '写真をお預かりしました' : '写真の文字を読めませんでした'}
      lead={waits ? '事務局が文字に書き写して、課題を整理します。' : '明るい所で撮りなおすか、言葉で書いてください。'}
    >
      {away && <PhotoAway home={home} photoId={away} />}
      {mayWrite && (
        <p class="actions">
          <ButtonLink kind={waits ? 'quiet' : 'main'} href={`${home}/words`}>
            言葉でも書く
          </ButtonLink>
        </p>
      )}
      {waits && worry.accountId && <p>書き写したら、メールでお知らせします。</p>}
      {waits && !worry.accountId && (
        <>
          <p>
            続きを見るには、紙と番号を控えるか、めぐりに入っておいてください。入っておくと、メールでお知らせします。
          </p>
          {mayWrite && (
            <p class="actions">
              <ButtonLink href={`${home}/sheet`}>紙と番号を出す</ButtonLink>
              <ButtonLink kind="quiet" href={`/sign-in?next=${encodeURIComponent(home)}`}>
                めぐりに入る
              </ButtonLink>
            </p>
          )}
        </>
      )}
      <Photos {...props} />
    </Layout>
  )
}
