import { z } from 'zod'
import { longText, text } from '../../lib/input.ts'
import { type Picture, readPicture } from '../../lib/picture.ts'
import { graphemeCount } from '../../text/truncate.ts'
import type { Worry, WorryPhoto } from '../schema.ts'
import { WORRY_BYTES, WORRY_MAX } from './forms.ts'

export const MOST_PHOTOS = 5
const MEGABYTE = 1_000_000
const MOST_MEGABYTES = 8
/** Somewhat larger ones are read too, so that the form can come back with a sentence and its words. */
export const PHOTO_LIMITS = {
  bodyLimit: 2 * MOST_MEGABYTES * MEGABYTE + WORRY_BYTES,
  tooLarge: `写真が大きすぎます。${MOST_MEGABYTES}メガバイトまでの写真を送ってください。`,
}
/** Of one photo, sent by itself. */
export const PHOTO_RATE = { ...PHOTO_LIMITS, rate: { count: 30, seconds: 600 } }

export const PHOTO = 'photo'
/** How long a photo that was taken away can be put back; then it is gone for good. */
export const PHOTO_BACK_MINUTES = 30
export const TOO_MANY = `写真は${MOST_PHOTOS}枚までです。いまある写真を消すと、新しく送れます。`
/** A browser cannot put a chosen photo back into a form. */
export const PHOTO_AGAIN = '写真は、もう一度選んでください。'
const NO_PHOTO = '送る写真を選んでください。'
const TOO_LARGE = `写真は${MOST_MEGABYTES}メガバイトまでです。小さくするか、撮りなおしてください。`
const NO_PICTURE = 'この写真は開けませんでした。撮りなおすか、画面を写した写真を送ってください。'

/** What was made of a field for one photo: a picture, nothing because none was chosen, or a sentence. */
export type Read = { readonly picture: Picture | null } | { readonly problem: string }

export function readPhoto([file]: readonly Uint8Array[] = []): Read {
  if (!file) return { picture: null }
  if (file.length > MOST_MEGABYTES * MEGABYTE) return { problem: TOO_LARGE }
  const picture = readPicture(file)
  return picture ? { picture } : { problem: NO_PICTURE }
}

/** The same where there is nothing else to send. */
export function needPhoto(files: readonly Uint8Array[] | undefined): { picture: Picture } | { problem: string } {
  const read = readPhoto(files)
  if ('problem' in read) return read
  return read.picture ? { picture: read.picture } : { problem: NO_PHOTO }
}

/** A photo without what it shows. */
export type PhotoNote = Pick<WorryPhoto, 'id' | 'createdAt' | 'typedAt'>

export const PHOTO_ONLY = '写真で送ったメモ'

/** What a worry is called in a list: its words, and before anybody typed them what it came as. */
export function worryInWords({ text }: Pick<Worry, 'text'>): string {
  return text === '' ? PHOTO_ONLY : text
}

/** Somebody sent photos and no word yet: there is nothing to make a tree from. */
export function waitsForTyping({ text }: Pick<Worry, 'text'>, photos: readonly PhotoNote[]): boolean {
  return text === '' && photos.some(({ typedAt }) => typedAt === null)
}

export function isUnreadable({ text }: Pick<Worry, 'text'>, photos: readonly PhotoNote[]): boolean {
  return text === '' && photos.length > 0 && !waitsForTyping({ text }, photos)
}

/** The desk's typing: what was read, under what stood there already; which photos it was read from. */
export const typingForm = z.object({
  text: longText({ label: '書き写した言葉', max: WORRY_MAX }),
  photos: text({ label: '写真', max: 40 * MOST_PHOTOS }),
})
export const unreadableForm = z.object({
  text: longText({ label: '書き写した言葉', max: WORRY_BYTES, required: false }),
  photos: text({ label: '写真', max: 40 * MOST_PHOTOS }),
})

/** The words of a worry with what was typed from its photos; a sentence when that is more than a worry holds. */
export function withTyped(words: string, typed: string): { text: string } | { problem: string } {
  const whole = words === '' ? typed : `${words}\n${typed}`
  const letters = graphemeCount(whole)
  if (letters <= WORRY_MAX) return { text: whole }
  return { problem: `もとの言葉とあわせて、${WORRY_MAX}字以内にしてください（いま${letters}字）。` }
}
