import type { ComponentChildren } from 'preact'
import { PhotoField } from '../../ui/fields/files-field.tsx'
import { Form } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'
import { PHOTO } from '../rules/photos.ts'

export const PHOTO_OF_SHEET = '書いた紙の写真'

export type SheetPhotoProps = {
  action: string
  /** Who types what is on it. */
  hint: string
  error?: string | undefined
  main?: boolean
  /** Fields that go with it. */
  children?: ComponentChildren
}

/** Sends a sheet that was filled by hand. */
export function SheetPhoto({ action, hint, error, main, children }: SheetPhotoProps) {
  return (
    <Form
      id="photo"
      action={action}
      submit="写真を送る"
      submitKind={main ? 'main' : 'quiet'}
      upload
      {...(error && { errors: { [PHOTO]: error } })}
    >
      {children}
      <PhotoField name={PHOTO} label={PHOTO_OF_SHEET} hint={hint} />
    </Form>
  )
}

/** A photo came back with a sentence. */
export function SheetPhotoAgain({ back, ...props }: SheetPhotoProps & { back: { href: string; label: string } }) {
  return (
    <Layout title={`${PHOTO_OF_SHEET}を送る`} back={back} failed>
      <SheetPhoto {...props} main />
    </Layout>
  )
}
