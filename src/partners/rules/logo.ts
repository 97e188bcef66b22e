import type { PartnerLogo } from '../schema.ts'

export const LOGO = 'logo'
const MEGABYTE = 1_000_000
const MOST_MEGABYTES = 2
const TOO_LARGE = `絵は${MOST_MEGABYTES}メガバイトまでです。小さくして、もう一度選んでください。`
/** Somewhat larger ones are read too, so that the page can say why they are not taken. */
export const LOGO_LIMITS = { bodyLimit: 2 * MOST_MEGABYTES * MEGABYTE, tooLarge: TOO_LARGE }

export const NOT_READ = 'この絵は開けませんでした。PNGかJPEGで保存しなおして、もう一度選んでください。'

/** Why these bytes are not even looked at. */
export function logoProblem(file: Uint8Array | undefined): string | null {
  if (!file || file.length === 0) return 'ロゴの絵を選んでください。'
  return file.length > MOST_MEGABYTES * MEGABYTE ? TOO_LARGE : null
}

/** A logo as a page draws it: kept twice as fine. */
export type LogoMark = { readonly src: string; readonly width: number; readonly height: number }

/** A new one has a new address, so that nobody goes on seeing the old. */
export function markOf({ partnerId, width, height, savedAt }: Omit<PartnerLogo, 'content'>): LogoMark {
  const half = (side: number) => Math.ceil(side / 2)
  return { src: `/partners/${partnerId}/logo?at=${savedAt.getTime()}`, width: half(width), height: half(height) }
}
