import { Gallery, PhotoAway } from '../../challenges/pages/photos.tsx'
import { MOST_PHOTOS, PHOTO, type PhotoNote } from '../../challenges/rules/photos.ts'
import { PhotoField } from '../../ui/fields/files-field.tsx'
import { HiddenField } from '../../ui/fields/hidden-field.tsx'
import { Form } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'
import { More } from '../../ui/more.tsx'
import { Section } from '../../ui/section.tsx'
import type { SheetKind } from '../rules/paper-photos.ts'

export const PHOTO_OF_SHEET = '書いた紙の写真'

type SendProps = { action: string; sheet?: SheetKind; error?: string | undefined; main?: boolean }

function SendSheet({ action, sheet, error, main }: SendProps) {
  return (
    <Form
      id="photo"
      action={action}
      submit="写真を送る"
      submitKind={main ? 'main' : 'quiet'}
      upload
      {...(error && { errors: { [PHOTO]: error } })}
    >
      {sheet && <HiddenField name="sheet" value={sheet} />}
      <PhotoField name={PHOTO} label={PHOTO_OF_SHEET} hint="撮って送ると、事務局か手伝う人が書き写します。" />
    </Form>
  )
}

type Props = {
  /** /companies/…/projects/… */
  base: string
  sheet: SheetKind
  photos: readonly PhotoNote[]
  /** A photo that was just taken away. */
  away?: string | undefined
  mayTakeAway: boolean
}

/** Under a sheet: the photos of it that came back filled, and one more. */
export function SheetPhotos({ base, sheet, photos, away, mayTakeAway }: Props) {
  const waits = photos.some(({ typedAt }) => typedAt === null)
  const send = <SendSheet action={`${base}/photos`} sheet={sheet} />
  return (
    <Section title={PHOTO_OF_SHEET} id="photos">
      {away && <PhotoAway home={base} photoId={away} />}
      {photos.length > 0 && <p>{waits ? '事務局か手伝う人が書き写します。' : '書き写しました。'}</p>}
      {photos.length > 0 && <Gallery {...{ photos, mayTakeAway }} home={base} name={PHOTO_OF_SHEET} />}
      {photos.length === 0 ? send : photos.length < MOST_PHOTOS && <More title="もう一枚送る">{send}</More>}
    </Section>
  )
}

/** Beside the form of a draft, to whoever writes it from the sheet. */
export function SheetToType({ base, photos, open }: { base: string; photos: readonly PhotoNote[]; open: boolean }) {
  if (photos.length === 0) return null
  return (
    <More title={`${PHOTO_OF_SHEET}（${photos.length}枚）`} open={open}>
      <Gallery photos={photos} mayTakeAway={false} home={base} name={PHOTO_OF_SHEET} />
    </More>
  )
}

/** A photo came back with a sentence. */
export function SheetPhotoAgain({ back, ...props }: SendProps & { back: string }) {
  return (
    <Layout title="書いた紙の写真を送る" back={{ href: back, label: '紙にもどる' }} failed>
      <SendSheet {...props} main />
    </Layout>
  )
}

/** To whoever holds the paper and has no camera hand to spare for its questions: the whole of it in one picture. */
export function SheetByPhoto({ action }: { action: string }) {
  return (
    <More title="手で書いた紙を、写真で送る">
      <SendSheet action={action} />
    </More>
  )
}
