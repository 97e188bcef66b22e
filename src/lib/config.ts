import { z } from 'zod'
import { StartError } from './start-error.ts'

/** What the environment says. Every variable there is, with its meaning, stands in this file. */
export type Settings = ReturnType<typeof loadConfig>

/** What the program runs with: the mode may come from the database when the environment does not name it. */
export type Config = Settings & { readonly mode: 'demo' | 'real' }

/** Reads the environment. Throws StartError with one sentence about the first value that cannot be used. */
export function loadConfig(env: Readonly<Record<string, string | undefined>>) {
  const given = Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  )
  const result = variables.safeParse(given)
  if (!result.success) throw new StartError(sentenceOf(result.error))
  const v = result.data
  const publicUrl = v.PUBLIC_URL ?? `http://localhost:${v.PORT}`
  return {
    port: v.PORT,
    host: v.HOST,
    databaseUrl: v.DATABASE_URL,
    dataDir: v.DATA_DIR,
    publicUrl,
    mode: v.MODE,
    supportPhone: v.SUPPORT_PHONE,
    supportHours: v.SUPPORT_HOURS,
    smtpUrl: v.SMTP_URL,
    mailFrom: v.MAIL_FROM ?? `no-reply@${new URL(publicUrl).hostname}`,
    secret: v.SECRET,
    sealP12: v.SEAL_P12,
    sealPassword: v.SEAL_PASSWORD,
    logLevel: v.LOG_LEVEL,
    trustedProxies: v.TRUSTED_PROXIES,
    /** A language model that may help to understand worries; without it everything works. */
    model: v.MODEL
      ? { name: v.MODEL, kind: v.MODEL_KIND, url: v.MODEL_URL, key: v.MODEL_KEY, seconds: v.MODEL_SECONDS }
      : null,
    /** An endpoint that turns the texts of projects and profiles into vectors; without it our own are used. */
    embeddings: v.EMBEDDINGS
      ? { name: v.EMBEDDINGS, url: v.EMBEDDINGS_URL!, key: v.EMBEDDINGS_KEY, seconds: v.EMBEDDINGS_SECONDS }
      : null,
    /** Services that people may sign in with, besides a code by mail and a passkey. */
    signIn: v.SIGN_IN,
    /** A LINE official account that tells people of their notices. */
    lineAccount: v.LINE_ACCOUNT ?? null,
  } as const
}

/** As loadConfig, for programs: says the sentence and ends with code 1. */
export function configOrExit(env: Readonly<Record<string, string | undefined>>): Settings {
  try {
    return loadConfig(env)
  } catch (error) {
    if (!(error instanceof StartError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  }
}

const url = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol))

/**
 * What is known of a service beforehand. Asked is for nothing but who it is: LINE gives an address only to those whom it
 * allowed to ask, so it is not asked for one.
 */
const SERVICES = {
  line: { issuer: 'https://access.line.me', scope: 'openid', algorithms: ['HS256', 'ES256'] },
  google: { issuer: 'https://accounts.google.com', scope: 'openid email', algorithms: ['RS256'] },
} as const
const SERVICE = /^(line|google):([^:\s]+):([^:\s]+)(?::(https?:\/\/\S*[^\s/]))?$/

const services = z.string().transform((text, context) => {
  const found = text.split(/[\s,]+/).map((one) => SERVICE.exec(one))
  const names = found.map((parts) => parts?.[1])
  if (names.includes(undefined) || new Set(names).size < names.length) {
    context.addIssue({ code: 'custom' })
    return z.NEVER
  }
  return found.map((parts) => {
    const [, name, clientId, clientSecret, issuer] = parts!
    const service = SERVICES[name as keyof typeof SERVICES]
    return { ...service, name: name!, clientId: clientId!, clientSecret: clientSecret!, ...(issuer && { issuer }) }
  })
})

/** The account's own name, the secret by which its letters to us are known, the token by which ours to it are. */
const LINE_ACCOUNT = /^(@[\w.-]+):([0-9a-f]{32}):([^:\s]+)(?::(https?:\/\/\S*[^\s/]))?$/

const lineAccount = z.string().transform((text, context) => {
  const [, id, secret, token, api = 'https://api.line.me'] = LINE_ACCOUNT.exec(text) ?? []
  if (id && secret && token) return { id, secret, token, api }
  context.addIssue({ code: 'custom' })
  return z.NEVER
})

const variables = z
  .object({
    PORT: z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(1).max(65_535)).default(3000),
    HOST: z.union([z.ipv4(), z.ipv6(), z.literal('localhost')]).default('127.0.0.1'),
    DATABASE_URL: url('postgres:', 'postgresql:').optional(),
    DATA_DIR: z.string().default('./data'),
    PUBLIC_URL: url('http:', 'https:')
      .refine((text) => /^https?:\/\/[^/?#@]+\/?$/.test(text))
      .transform((text) => new URL(text).origin)
      .optional(),
    MODE: z.enum(['demo', 'real']).optional(),
    SUPPORT_PHONE: z
      .string()
      .regex(/^[\d-]{10,16}$/)
      .default(''),
    SUPPORT_HOURS: z.string().max(60).default(''),
    SMTP_URL: url('smtp:', 'smtps:').optional(),
    MAIL_FROM: z.email().optional(),
    SECRET: z.string().min(32).optional(),
    SEAL_P12: z.string().optional(),
    SEAL_PASSWORD: z.string().optional(),
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
    TRUSTED_PROXIES: z
      .string()
      .transform((text) => text.split(',').map((address) => address.trim()))
      .pipe(z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])))
      .default([]),
    MODEL: z.string().max(100).optional(),
    MODEL_KIND: z.enum(['openai', 'anthropic']).default('openai'),
    MODEL_URL: url('http:', 'https:').optional(),
    MODEL_KEY: z.string().optional(),
    MODEL_SECONDS: z.coerce.number().min(1).max(60).default(8),
    EMBEDDINGS: z.string().max(100).optional(),
    EMBEDDINGS_URL: url('http:', 'https:').optional(),
    EMBEDDINGS_KEY: z.string().optional(),
    EMBEDDINGS_SECONDS: z.coerce.number().min(1).max(60).default(20),
    SIGN_IN: services.default([]),
    LINE_ACCOUNT: lineAccount.optional(),
  })
  .refine(({ EMBEDDINGS, EMBEDDINGS_URL }) => !EMBEDDINGS || EMBEDDINGS_URL !== undefined, { path: ['EMBEDDINGS_URL'] })
  .refine(({ MODEL, MODEL_KIND, MODEL_URL }) => !MODEL || MODEL_KIND === 'anthropic' || MODEL_URL !== undefined, {
    path: ['MODEL_URL'],
  })
  .refine(({ SEAL_P12, SEAL_PASSWORD }) => SEAL_P12 !== undefined || SEAL_PASSWORD === undefined, {
    path: ['SEAL_P12'],
  })

type Name = keyof z.input<typeof variables>

const WANTED: Record<Name, string> = {
  PORT: '1から65535までの整数（例: 3000）にしてください',
  HOST: '待ち受ける住所（例: 127.0.0.1 または 0.0.0.0）にしてください',
  DATABASE_URL: 'postgres:// で始まる接続先にしてください',
  DATA_DIR: 'データを置く場所（フォルダー）にしてください',
  PUBLIC_URL: '利用者が開く住所（例: https://meguri.example.jp）を、途中のパスなしで書いてください',
  MODE: 'demo か real にしてください',
  SUPPORT_PHONE: '数字とハイフンの電話番号（例: 03-1234-5678）にしてください',
  SUPPORT_HOURS: '60字以内（例: 平日 9時から17時）にしてください',
  SMTP_URL: 'smtp:// か smtps:// で始まるメールサーバーの住所にしてください',
  MAIL_FROM: 'メールアドレス（例: no-reply@meguri.example.jp）にしてください',
  SECRET: '32字以上の、ほかの人が知らない文字列にしてください',
  SEAL_P12: 'SEAL_PASSWORD を使うときは、証明書のファイル（P12）の場所を書いてください',
  SEAL_PASSWORD: '証明書のファイル（P12）の合言葉を書いてください',
  LOG_LEVEL: 'debug・info・warn・error・silent のどれかにしてください',
  TRUSTED_PROXIES: '中継するサーバーのIPアドレスを「,」で区切って書いてください',
  MODEL: '言語モデルの名前（100字以内）にしてください',
  MODEL_KIND: 'openai か anthropic にしてください',
  MODEL_URL: 'MODEL を使うときは、言語モデルの住所（例: http://localhost:11434/v1）を書いてください',
  MODEL_KEY: '言語モデルの鍵を書いてください',
  MODEL_SECONDS: '1から60までの秒数にしてください',
  EMBEDDINGS: '文章をベクトルにするモデルの名前（100字以内）にしてください',
  EMBEDDINGS_URL: 'EMBEDDINGS を使うときは、その住所（例: http://localhost:11434/v1）を書いてください',
  EMBEDDINGS_KEY: 'ベクトルにする先の鍵を書いてください',
  EMBEDDINGS_SECONDS: '1から60までの秒数にしてください',
  SIGN_IN: 'line:チャネルID:シークレット google:クライアントID:シークレット のように、空白で区切って書いてください',
  LINE_ACCOUNT: '@アカウントの名前:チャネルシークレット:チャネルアクセストークン のように書いてください',
}

/** The value itself is not repeated: it may hold a password. */
function sentenceOf(error: z.ZodError): string {
  const name = error.issues[0]?.path[0] as Name
  return `環境変数 ${name} の値が使えません。${WANTED[name]}。`
}
