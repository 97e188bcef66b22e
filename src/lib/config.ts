import { z } from 'zod'
import { endpoint, spoken } from './config/endpoints.ts'
import { services } from './config/line-and-google.ts'
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
  const old = Object.keys(given).find((name) => Object.hasOwn(FORMER, name))
  if (old) throw new StartError(`環境変数 ${old} はなくなりました。${FORMER[old]}。`)
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
    ...v.SUPPORT_PHONE,
    smtpUrl: v.SMTP_URL,
    mailFrom: senderIn(v.SMTP_URL) ?? `no-reply@${new URL(publicUrl).hostname}`,
    secret: v.SECRET,
    ...v.SEAL_P12,
    logLevel: v.LOG_LEVEL,
    trustedProxies: v.TRUSTED_PROXIES,
    /** A language model that may help to understand worries; without it everything works. */
    model: v.MODEL ?? null,
    /** An endpoint that turns the texts of projects and profiles into vectors; without it our own are used. */
    embeddings: v.EMBEDDINGS ?? null,
    ...v.SERVICES,
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

/** Who writes our mails, as the address of the mail server may say: `?from=` */
function senderIn(address: string | undefined): string | undefined {
  return URL.parse(address ?? '')?.searchParams.get('from') ?? undefined
}

/** A path may hold colons when it ends as such files do; else the first one ends it. */
const SEAL = /^(.+?\.(?:p12|pfx)(?=:|$)|[^:]+)(?::(.+))?$/i

const variables = z.object({
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
    .regex(/^[\d-]{10,16}(?:\s+\S.{0,59})?$/)
    .transform((text) => ({ supportPhone: text.split(/\s/)[0]!, supportHours: text.replace(/^\S+\s*/, '') }))
    .default({ supportPhone: '', supportHours: '' }),
  SMTP_URL: url('smtp:', 'smtps:')
    .refine((text) => z.email().optional().safeParse(senderIn(text)).success)
    .optional(),
  SECRET: z.string().min(32).optional(),
  SEAL_P12: z
    .string()
    .regex(SEAL)
    .transform((text): { sealP12: string | undefined; sealPassword: string | undefined } => {
      const [, file, password] = SEAL.exec(text) ?? []
      return { sealP12: file, sealPassword: password }
    })
    .default({ sealP12: undefined, sealPassword: undefined }),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  TRUSTED_PROXIES: z
    .string()
    .transform((text) => text.split(',').map((address) => address.trim()))
    .pipe(z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])))
    .default([]),
  MODEL: spoken(8).optional(),
  EMBEDDINGS: endpoint(20).optional(),
  SERVICES: services.default({ signIn: [], lineAccount: null }),
})

type Name = keyof z.input<typeof variables>

const WANTED: Record<Name, string> = {
  PORT: '1から65535までの整数（例: 3000）にしてください',
  HOST: '待ち受ける住所（例: 127.0.0.1 または 0.0.0.0）にしてください',
  DATABASE_URL: 'postgres:// で始まる接続先にしてください',
  DATA_DIR: 'データを置く場所（フォルダー）にしてください',
  PUBLIC_URL: '利用者が開く住所（例: https://meguri.example.jp）を、途中のパスなしで書いてください',
  MODE: 'demo か real にしてください',
  SUPPORT_PHONE: '数字とハイフンの電話番号と、空白のあとに受付時間（例: 03-1234-5678 平日9時から17時）を書いてください',
  SMTP_URL:
    'smtp:// か smtps:// で始まるメールサーバーの住所（差出人を決めるときは終わりに ?from=メールアドレス）にしてください',
  SECRET: '32字以上の、ほかの人が知らない文字列にしてください',
  SEAL_P12: '証明書のファイル（P12）の場所と、「:」のあとに合言葉（例: /etc/meguri/seal.p12:合言葉）を書いてください',
  LOG_LEVEL: 'debug・info・warn・error・silent のどれかにしてください',
  TRUSTED_PROXIES: '中継するサーバーのIPアドレスを「,」で区切って書いてください',
  MODEL: '言語モデルの名前、住所（か anthropic）、鍵、待つ秒数（1sから60s）を、空白で区切って書いてください',
  EMBEDDINGS: '文章をベクトルにするモデルの名前、住所、鍵、待つ秒数（1sから60s）を、空白で区切って書いてください',
  SERVICES:
    'line:チャネルID:シークレット google:クライアントID:シークレット @公式アカウント:チャネルシークレット:アクセストークン のうち使うものを、空白で区切って書いてください',
}

const INTO_MODEL = 'MODEL に、名前、住所（か anthropic）、鍵、待つ秒数を、空白で区切って書いてください'
const INTO_SERVICES = 'SERVICES に、空白で区切って、同じ書き方で書いてください'
const INTO_EMBEDDINGS = 'EMBEDDINGS に、名前、住所、鍵、待つ秒数を、空白で区切って書いてください'

/** Variables of earlier versions, with what to write instead. */
const FORMER: Readonly<Record<string, string>> = {
  SUPPORT_HOURS: '受付時間は、SUPPORT_PHONE に、電話番号のあとに空白をあけて書いてください',
  MAIL_FROM: '差出人は、SMTP_URL の終わりに ?from=メールアドレス と書いてください',
  SEAL_PASSWORD: '合言葉は、SEAL_P12 に、ファイルの場所のあとに「:」をはさんで書いてください',
  ...{ SIGN_IN: INTO_SERVICES, LINE_ACCOUNT: INTO_SERVICES },
  ...{ MODEL_KIND: INTO_MODEL, MODEL_URL: INTO_MODEL, MODEL_KEY: INTO_MODEL, MODEL_SECONDS: INTO_MODEL },
  ...{ EMBEDDINGS_URL: INTO_EMBEDDINGS, EMBEDDINGS_KEY: INTO_EMBEDDINGS, EMBEDDINGS_SECONDS: INTO_EMBEDDINGS },
}

/** The value itself is not repeated: it may hold a password. */
function sentenceOf(error: z.ZodError): string {
  const name = error.issues[0]?.path[0] as Name
  return `環境変数 ${name} の値が使えません。${WANTED[name]}。`
}
