import { z } from 'zod'
import { text } from '../../lib/input.ts'

/** Minutes that somebody has at the other service. */
export const ROUND_MINUTES = 10
/** Minutes that somebody whom another service vouched for has to prove a mailbox. */
export const INTRODUCTION_MINUTES = 30

const LABELS: Readonly<Record<string, string>> = { line: 'LINE', google: 'Google' }

/** A service as people call it. */
export function serviceLabel(name: string): string {
  return LABELS[name] ?? 'ほかの入り方'
}

/** Somebody can always come in by a code in the mailbox; without one, the last other way has to stay. */
export function isLastWay(ways: { hasMail: boolean; others: number }): boolean {
  return !ways.hasMail && ways.others <= 1
}

export const passkeyNameForm = z.object({ name: text({ label: '名前', max: 30 }) })

const DEVICES: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Androidの電話'],
  [/Windows/, 'Windowsのパソコン'],
  [/CrOS/, 'Chromebook'],
  [/Macintosh/, 'Macのパソコン'],
]

/** The device as its owner would call it, from what its browser says of itself. */
export function deviceName(userAgent: string | undefined): string | undefined {
  return DEVICES.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1]
}
