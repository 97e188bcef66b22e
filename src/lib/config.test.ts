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
  const model = { MODEL: 'small', MODEL_URL: 'http://localhost:11434/v1', MODEL_KEY: 'k', MODEL_SECONDS: '5' }
  expect(loadConfig(model).model).toEqual({
    ...{ name: 'small', kind: 'openai', url: 'http://localhost:11434/v1', key: 'k', seconds: 5 },
  })
  expect(() => loadConfig({ MODEL: 'small' })).toThrow('MODEL_URL')
  expect(loadConfig({ MODEL: 'small', MODEL_KIND: 'anthropic' }).model?.url).toBeUndefined()
  const embeddings = { EMBEDDINGS: 'small', EMBEDDINGS_URL: 'http://localhost:11434/v1', EMBEDDINGS_SECONDS: '3' }
  expect(loadConfig(embeddings).embeddings).toEqual({
    ...{ name: 'small', url: 'http://localhost:11434/v1', key: undefined, seconds: 3 },
  })
  expect(() => loadConfig({ EMBEDDINGS: 'small' })).toThrow('EMBEDDINGS_URL')
  const [line, google] = loadConfig({ SIGN_IN: 'line:1650000000:abc google:x.apps.example:GOCSPX-1' }).signIn
  expect(line).toMatchObject({
    name: 'line',
    clientId: '1650000000',
    issuer: 'https://access.line.me',
    scope: 'openid',
  })
  expect(google).toMatchObject({ name: 'google', clientSecret: 'GOCSPX-1', algorithms: ['RS256'] })
  const other = loadConfig({ SIGN_IN: 'google:x:y:http://localhost:9000/realms/a' }).signIn
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
    ['MAIL_FROM', 'めぐり'],
    ['SECRET', 'short'],
    ['SEAL_PASSWORD', 'hunter2'],
    ['LOG_LEVEL', 'loud'],
    ['TRUSTED_PROXIES', '10.0.0.1,everyone'],
    ['MODEL_KIND', 'oracle'],
    ['MODEL_SECONDS', '600'],
    ['SIGN_IN', 'line:hunter2'],
    ['SIGN_IN', 'facebook:1:hunter2'],
    ['SIGN_IN', 'line:1:hunter2 line:2:hunter2'],
  ])('%s=%s', (name, value) => {
    const load = () => loadConfig({ [name]: value })
    expect(load).toThrow(StartError)
    expect(load).toThrow(name)
    expect(load).toThrow(/^[^\n]+。$/)
    expect(load).not.toThrow('hunter2')
  })
})
