import {
  PHOTO_OF_PAPER,
  PhotoOfPaperAgain as PhotoAgain,
  PhotoOfPaper,
} from '../../challenges/pages/photo-of-paper.tsx'
import { Gallery, PhotoAway } from '../../challenges/pages/photos.tsx'
import { MOST_PHOTOS, type PhotoNote } from '../../challenges/rules/photos.ts'
import { HiddenField } from '../../ui/fields/hidden-field.tsx'
import { More } from '../../ui/more.tsx'
import { Section } from '../../ui/section.tsx'
import type { PaperKind } from '../rules/paper-photos.ts'

type SendProps = { action: string; sheet?: PaperKind }
const TYPED_BY_HELPER = '撮って送ると、事務局か手伝う人が書き写します。'

function SendPaper({ action, sheet }: SendProps) {
  return (
    <PhotoOfPaper action={action} hint={TYPED_BY_HELPER}>
      {sheet && <HiddenField name="sheet" value={sheet} />}
    </PhotoOfPaper>
  )
}

type Props = {
  /** /companies/…/projects/… */
  base: string
  sheet: PaperKind
  photos: readonly PhotoNote[]
  /** A photo that was just taken away. */
  away?: string | undefined
  mayTakeAway: boolean
}

/** Under a sheet: the photos of it that came back filled, and one more. */
export function PaperPhotos({ base, sheet, photos, away, mayTakeAway }: Props) {
  const waits = photos.some(({ typedAt }) => typedAt === null)
  const send = <SendPaper action={`${base}/photos`} sheet={sheet} />
  return (
    <Section title={PHOTO_OF_PAPER} id="photos">
      {away && <PhotoAway home={base} photoId={away} />}
      {photos.length > 0 && <p>{waits ? '事務局か手伝う人が書き写します。' : '書き写しました。'}</p>}
      {photos.length > 0 && <Gallery {...{ photos, mayTakeAway }} home={base} name={PHOTO_OF_PAPER} />}
      {photos.length === 0 ? send : photos.length < MOST_PHOTOS && <More title="もう一枚送る">{send}</More>}
    </Section>
  )
}

/** Beside the form of a draft, to whoever writes it from the sheet. */
export function PaperToType({ base, photos, open }: { base: string; photos: readonly PhotoNote[]; open: boolean }) {
  if (photos.length === 0) return null
  return (
    <More title={`${PHOTO_OF_PAPER}（${photos.length}枚）`} open={open}>
      <Gallery photos={photos} mayTakeAway={false} home={base} name={PHOTO_OF_PAPER} />
    </More>
  )
}

/** A photo came back with a sentence. */
export function PhotoOfPaperAgain({ back, sheet, ...props }: SendProps & { error?: string; back: string }) {
  return (
    <PhotoAgain {...props} hint={TYPED_BY_HELPER} back={{ href: back, label: '紙にもどる' }}>
      {sheet && <HiddenField name="sheet" value={sheet} />}
    </PhotoAgain>
  )
}

/** To whoever holds the paper and has no camera hand to spare for its questions: the whole of it in one picture. */
export function PaperByPhoto({ action }: { action: string }) {
  return (
    <More title="手で書いた紙を、写真で送る">
      <SendPaper action={action} />
    </More>
  )
}
