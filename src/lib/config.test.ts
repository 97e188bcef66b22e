import { describe, expect, test } from 'vitest'
import { loadConfig } from './config.ts'
import { StartError } from './start-error.ts'

test('nothing set: a server for this machine', () => {
  expect(loadConfig({})).toEqual({
    port: 3000,
    host: '127.0.0.1',
    databaseUrl: undefined,
    dataDir: './data',
    publicUrl: 'http://localhost:3000',
    mode: undefined,
    model: null,
    embeddings: null,
    signIn: [],
    lineAccount: null,
    supportPhone: '',
    supportHours: '',
    smtpUrl: undefined,
    mailFrom: 'no-reply@localhost',
    secret: undefined,
    sealP12: undefined,
    sealPassword: undefined,
    logLevel: 'info',
    trustedProxies: [],
  })
})

test('an empty variable counts as unset, spaces around a value are not part of it', () => {
  expect(loadConfig({ PORT: ' ', DATABASE_URL: '', MODE: ' demo ' })).toMatchObject({ port: 3000, mode: 'demo' })
})

test('what is given is used', () => {
  const config = loadConfig({
    PORT: '8080',
    PUBLIC_URL: 'https://Meguri.example.jp/',
    DATABASE_URL: 'postgresql://u:p@db/meguri',
    TRUSTED_PROXIES: '10.0.0.1, 192.168.0.0/16,::1',
    SUPPORT_PHONE: '03-1234-5678',
  })
  expect(config).toMatchObject({
    port: 8080,
    publicUrl: 'https://meguri.example.jp',
    mailFrom: 'no-reply@meguri.example.jp',
    databaseUrl: 'postgresql://u:p@db/meguri',
    trustedProxies: ['10.0.0.1', '192.168.0.0/16', '::1'],
    supportPhone: '03-1234-5678',
  })
  const at = 'http://localhost:11434/v1'
  expect(loadConfig({ MODEL: `small ${at} k 5s` }).model).toEqual({
    ...{ name: 'small', kind: 'openai', url: at, key: 'k', seconds: 5 },
  })
  expect(loadConfig({ MODEL: `small  ${at}` }).model).toMatchObject({ url: at, seconds: 8 })
  const hosted = loadConfig({ MODEL: 'large anthropic sk-1' }).model
  expect([hosted?.kind, hosted?.url, hosted?.key]).toEqual(['anthropic', undefined, 'sk-1'])
  expect(loadConfig({ EMBEDDINGS: `small ${at} 3s` }).embeddings).toEqual({
    ...{ name: 'small', url: at, key: undefined, seconds: 3 },
  })
  expect(loadConfig({ SUPPORT_PHONE: '03-1234-5678 平日 9時から17時' }).supportHours).toBe('平日 9時から17時')
  expect(loadConfig({ SEAL_P12: '/etc/seal.p12:a:b c' })).toMatchObject({
    sealP12: '/etc/seal.p12',
    sealPassword: 'a:b c',
  })
  expect(loadConfig({ SEAL_P12: '/etc/seal.p12' }).sealPassword).toBeUndefined()
  expect(loadConfig({ SEAL_P12: 'C:\\keys:2026\\seal.PFX:a.p12:b' })).toMatchObject({
    sealP12: 'C:\\keys:2026\\seal.PFX',
    sealPassword: 'a.p12:b',
  })
  expect(loadConfig({ SEAL_P12: '/etc/seal:a' })).toMatchObject({ sealP12: '/etc/seal', sealPassword: 'a' })
  expect(loadConfig({ SMTP_URL: 'smtps://u:p@mail.example.jp?from=hello@example.jp' }).mailFrom).toBe(
    'hello@example.jp',
  )
  const [line, google] = loadConfig({ SERVICES: 'line:1650000000:abc google:x.apps.example:GOCSPX-1' }).signIn
  expect(line).toMatchObject({
    name: 'line',
    clientId: '1650000000',
    issuer: 'https://access.line.me',
    scope: 'openid',
  })
  expect(google).toMatchObject({ name: 'google', clientSecret: 'GOCSPX-1', algorithms: ['RS256'] })
  const other = loadConfig({ SERVICES: 'google:x:y:http://localhost:9000/realms/a' }).signIn
  expect(other.map(({ issuer }) => issuer)).toEqual(['http://localhost:9000/realms/a'])
  expect(loadConfig({ PORT: '8080' }).publicUrl).toBe('http://localhost:8080')
})

describe('a value that cannot be used is refused in one Japanese sentence that names it', () => {
  test.each([
    ['PORT', 'abc'],
    ['PORT', '0'],
    ['PORT', '70000'],
    ['PORT', '30.5'],
    ['HOST', 'meguri.example.jp'],
    ['DATABASE_URL', 'mysql://u:hunter2@db/meguri'],
    ['PUBLIC_URL', 'meguri.example.jp'],
    ['PUBLIC_URL', 'https://meguri.example.jp/app'],
    ['PUBLIC_URL', 'https://user@meguri.example.jp'],
    ['PUBLIC_URL', 'javascript:alert(1)'],
    ['MODE', 'production'],
    ['SUPPORT_PHONE', 'call me'],
    ['SMTP_URL', 'http://mail.example.jp'],
    ['SMTP_URL', 'mail.example.jp'],
    ['SMTP_URL', 'smtps://u:hunter2@mail.example.jp?from=hunter2'],
    ['SECRET', 'short'],
    ['SEAL_P12', ':hunter2'],
    ['LOG_LEVEL', 'loud'],
    ['TRUSTED_PROXIES', '10.0.0.1,everyone'],
    ['MODEL', 'small'],
    ['MODEL', 'small oracle hunter2'],
    ['MODEL', 'small http://localhost:11434/v1 hunter2 600s'],
    ['EMBEDDINGS', 'small anthropic hunter2'],
    ['SERVICES', 'line:hunter2'],
    ['SERVICES', 'facebook:1:hunter2'],
    ['SERVICES', 'line:1:hunter2 line:2:hunter2'],
    ['SERVICES', '@meguri:hunter2'],
    // Of earlier versions: the sentence says where it is written now.
    ['MODEL_KEY', 'hunter2'],
    ['EMBEDDINGS_SECONDS', '5'],
    ['SUPPORT_HOURS', '平日'],
    ['SEAL_PASSWORD', 'hunter2'],
    ['MAIL_FROM', 'no-reply@example.jp'],
    ['SIGN_IN', 'line:1:hunter2'],
  ])('%s=%s', (name, value) => {
    const load = () => loadConfig({ [name]: value })
    expect(load).toThrow(StartError)
    expect(load).toThrow(name)
    expect(load).toThrow(/^[^\n]+。$/)
    expect(load).not.toThrow('hunter2')
  })
})
