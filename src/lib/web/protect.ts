import type { Context } from 'hono'
import { Refused } from './errors.ts'

/** Sent with every answer, errors included. Nothing inline, nothing from elsewhere. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(self)',
}

export function hostOf(c: Context): string {
  return (c.req.header('host') ?? new URL(c.req.url).host).toLowerCase()
}

/** A host that this server does not answer for gets nothing, so that no address is ever made from a stranger's. */
export function refuseHost(): never {
  throw new Refused(400, 'この住所では動いていません。')
}

/** Whatever the content type: an act must come from a page of our own. */
export function checkOrigin(c: Context, origins: readonly string[]): void {
  const site = c.req.header('sec-fetch-site')
  const origin = c.req.header('origin')
  const ours = site !== undefined ? site === 'same-origin' : origin !== undefined && origins.includes(origin)
  if (!ours)
    throw new Refused(403, 'ほかのページから送られたため、受け付けませんでした。画面を開きなおして送ってください。')
}
