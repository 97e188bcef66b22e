import { z } from 'zod'

/**
 * What is known beforehand of a service that people sign in with. Asked is for nothing but who it is: LINE gives an address only
 * to those whom it allowed to ask, so it is not asked for one.
 */
const SIGN_IN = {
  line: { issuer: 'https://access.line.me', scope: 'openid', algorithms: ['HS256', 'ES256'] },
  google: { issuer: 'https://accounts.google.com', scope: 'openid email', algorithms: ['RS256'] },
} as const
const SERVICE = /^(line|google):([^:\s]+):([^:\s]+)(?::(https?:\/\/\S*[^\s/]))?$/

/** An official account of LINE: its own name, the secret by which its letters to us are known, the token by which ours to it are. */
const ACCOUNT = /^(@[\w.-]+):([0-9a-f]{32}):([^:\s]+)(?::(https?:\/\/\S*[^\s/]))?$/

/** Each once: services that people sign in with, and a LINE official account that tells people of their notices. */
export const services = z.string().transform((text, context) => {
  const all = text.split(/[\s,]+/)
  const signIn = all.flatMap((one) => signInOf(one) ?? [])
  const accounts = all.flatMap((one) => accountOf(one) ?? [])
  const names = new Set(signIn.map(({ name }) => name))
  if (signIn.length + accounts.length === all.length && names.size === signIn.length && accounts.length <= 1)
    return { signIn, lineAccount: accounts[0] ?? null }
  context.addIssue({ code: 'custom' })
  return z.NEVER
})

function signInOf(text: string) {
  const [, name, clientId, clientSecret, issuer] = SERVICE.exec(text) ?? []
  if (!name || !clientId || !clientSecret) return null
  return { ...SIGN_IN[name as keyof typeof SIGN_IN], name, clientId, clientSecret, ...(issuer && { issuer }) }
}

function accountOf(text: string) {
  const [, id, secret, token, api = 'https://api.line.me'] = ACCOUNT.exec(text) ?? []
  return id && secret && token ? { id, secret, token, api } : null
}
