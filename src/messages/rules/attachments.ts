import type { Kind } from '../../lib/attachment/kinds.ts'
import type { Problem } from '../../lib/document/kinds.ts'
import { truncate } from '../../text/truncate.ts'

export const FILES = 'files'
export const MOST_FILES = 5
const MEGABYTE = 1_000_000
export const FILE_MEGABYTES = 20
const MESSAGE_MEGABYTES = 50
const THREAD_MEGABYTES = 300
export const THREAD_BYTES = THREAD_MEGABYTES * MEGABYTE
const NAME_MAX = 60

export const MESSAGE_LIMITS = {
  bodyLimit: MESSAGE_MEGABYTES * MEGABYTE + 100_000,
  tooLarge: `ファイルが大きすぎます。1つ${FILE_MEGABYTES}MBまで、一度にあわせて${MESSAGE_MEGABYTES}MBまで送れます。`,
  rate: { count: 120, seconds: 600 },
}

/** Telephones turn their pictures into ordinary ones when any picture will do. */
export const ACCEPTED = 'image/*,.pdf,.docx,.xlsx'
export const WHICH_FILES = `写真、PDF、Word、Excel。1つ${FILE_MEGABYTES}MB、一度に${MOST_FILES}つまで。写真の場所や、書類の作者などの記録は消します。`
export const NO_ROOM = `このやりとりで送れるファイルは、あわせて${THREAD_MEGABYTES}MBまでです。言葉だけなら送れます。`

/** A browser cannot put chosen files back into a form. */
export const FILES_AGAIN = 'ファイルは、もう一度選んでください。'

/** Why a file was not taken, and what to do instead; said after its name. */
export const REFUSED = {
  kind: 'この種類のファイルは送れません。写真（JPEG・PNG・HEIC）、PDF、Word（.docx）、Excel（.xlsx）にしてください。',
  old: '古い形のWordやExcelは送れません。「.docx」か「.xlsx」で保存しなおしてください。',
  locked: 'パスワードがかかっています。相手が開けないので、外してから送ってください。',
  broken: '壊れているか、ほかのファイルが混ざっています。保存しなおすか、撮りなおしてください。',
  programs: 'マクロなど、開くと動くものや別のファイルが入っています。PDFにするか、それを除いて保存しなおしてください。',
  large: '中身が多すぎて確かめられません。分けるか、小さくして送ってください。',
  empty: '中身がありません。選びなおしてください。',
  busy: 'いま混み合っていて確かめられません。少し待って、もう一度送ってください。',
} as const satisfies Record<Problem | 'busy', string>

const KIND_WORDS: Readonly<Record<Kind, string>> = {
  jpg: '写真',
  png: '画像',
  webp: '画像',
  heic: '写真（HEIC。iPhoneやMacで開けます。ほかの機械では開けないことがあります）',
  pdf: 'PDF',
  docx: 'Word',
  xlsx: 'Excel',
}

export const MIME: Readonly<Record<Kind, string>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  heic: 'image/heic',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** An attachment without what is in it. */
export type FileNote = { readonly id: string; readonly name: string; readonly kind: Kind; readonly size: number }

/** A file on its way into the thread. */
export type NewFile = Pick<FileNote, 'name' | 'kind'> & { readonly content: Uint8Array }

/** What every browser shows within a page. */
export function isShown({ kind }: Pick<FileNote, 'kind'>): boolean {
  return kind === 'jpg' || kind === 'png' || kind === 'webp'
}

export function fileInWords({ kind, size }: Pick<FileNote, 'kind' | 'size'>): string {
  const amount = size < MEGABYTE ? `${Math.max(1, Math.round(size / 1000))}KB` : `${(size / MEGABYTE).toFixed(1)}MB`
  return `${KIND_WORDS[kind]}、${amount}`
}

/** What a file is called: as its sender does, without what hides its ending, and with the ending of what it is. */
export function fileName(given: string, kind: Kind): string {
  const base = given
    .normalize('NFC')
    .split(/[\\/]/)
    .at(-1)!
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}"<>|:*?]/gu, '')
    .replace(/\.[a-z][a-z0-9]{1,4}$/i, '')
    .trim()
  const fallback = KIND_WORDS[kind].slice(0, 2) === '写真' ? '写真' : '書類'
  return `${truncate(base, NAME_MAX) || fallback}.${kind}`
}
