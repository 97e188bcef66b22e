import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  checkbox,
  choice,
  choices,
  day,
  email,
  longText,
  parseForm,
  text,
  together,
  wholeNumber,
  yen,
} from '../input.ts'

/** The answer to one field, or the sentence. */
function answer(field: z.ZodType, given?: string | string[]): unknown {
  const form = parseForm(z.object({ it: field }), given === undefined ? {} : { it: given })
  return form.ok ? form.data : form.errors.it
}
const it = (value: unknown) => ({ it: value })

describe('text', () => {
  const name = text({ label: '会社名', max: 5 })

  test('is trimmed, composed, and one line', () => {
    expect(answer(name, '  が  ')).toEqual(it('が'))
    expect(answer(text({ label: '', max: 9 }), 'が')).toEqual(it('が'))
    expect(answer(name, '一\r\n二')).toEqual(it('一 二'))
  })

  test('counts letters as people do', () => {
    expect(answer(name, '𠮷野家👨‍👩‍👧‍👦葛󠄀')).toEqual(it('𠮷野家👨‍👩‍👧‍👦葛󠄀'))
    expect(answer(name, 'あいうえおか')).toBe('会社名は、5字以内にしてください（いま6字）。')
    expect(answer(name, `e${'\u0301'.repeat(30)}`)).toEqual(it(`é${'\u0301'.repeat(29)}`))
    expect(answer(name, 'e\u0301\u0316'.repeat(5))).toEqual(it('e\u0316\u0301'.normalize('NFC').repeat(5)))
    expect(answer(name, 'e\u0301\u0316'.repeat(50))).toContain('5字以内')
  })

  test('must be there unless it may be left out', () => {
    for (const nothing of [undefined, '', ' \u3000 ']) {
      expect(answer(name, nothing)).toBe('会社名を入れてください。')
      expect(answer(text({ label: '会社名', max: 5, required: false }), nothing)).toEqual(it(''))
    }
  })

  test('refuses what cannot be stored or printed', () => {
    for (const sign of [`e${'\u0301'.repeat(31)}`, '\0', '\ud800', '\u202e', '\u2067', '\b', '\u0085']) {
      expect(answer(text({ label: '会社名', max: 50 }), `山${sign}形`)).toContain('使えない文字')
    }
  })

  test('whatever comes, comes out clean or with a sentence', () => {
    const field = longText({ label: '悩み', max: 40 })
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (given) => {
        const result = answer(field, given)
        if (typeof result === 'string') {
          expect(result).toMatch(/^悩み.*。$/)
        } else {
          const { it: clean } = result as { it: string }
          expect(clean).toBe(clean.normalize('NFC'))
          expect(clean.isWellFormed() && !/[\0\r\u202a-\u202e]/.test(clean)).toBe(true)
        }
      }),
    )
  })
})

test('longText keeps its lines', () => {
  expect(answer(longText({ label: '悩み', max: 20 }), '\r\n一\r\n\r\n  二\r三  \n')).toEqual(it('一\n\n  二\n三'))
})

describe('yen', () => {
  const fee = yen({ label: '謝礼', min: 1000, max: 1_000_000 })

  test.each(['30000', '３万', '三万円', '30,000', '３０，０００円', '¥30000', ' 30000 '])('%s is 30,000', (given) => {
    expect(answer(fee, given)).toEqual(it(30_000))
  })

  test('says what is wrong', () => {
    expect(answer(fee, '')).toBe('謝礼を入れてください。')
    expect(answer(fee, '相談して')).toBe('謝礼は、数字で入れてください（例: 30,000）。')
    expect(answer(fee, '3万5')).toBe('謝礼は、数字で入れてください（例: 30,000）。')
    for (const words of ['時給5000', '月給30万', '1時間5000円', '５０００円から']) {
      expect(answer(fee, words)).toBe('謝礼には、「時給」などの言葉をつけずに、数だけを入れてください（例: 30,000）。')
    }
    expect(answer(fee, '0.5')).toContain('小数')
    expect(answer(fee, '999')).toBe('謝礼は、1,000円から1,000,000円までにしてください。')
    expect(answer(fee, '-30000')).toContain('1,000円から')
    expect(answer(fee, '9'.repeat(90))).toContain('数字で')
    expect(answer(yen({ label: '謝礼', required: false }), '')).toEqual(it(null))
  })

  test('an amount for another time is told how to be turned into the one that is asked for', () => {
    const hourly = (hours: number | null) => yen({ label: '報酬の額', per: 'hour', hours })
    const asks = '「月3万円」は、ひと月の額です。報酬の額には、1時間の額を入れてください。'
    expect(answer(hourly(10), '月3万円')).toBe(`${asks}月10時間なら、3,000円です。`)
    expect(answer(hourly(7), '月3万円')).toBe(`${asks}月7時間なら、およそ4,286円です。`)
    expect(answer(hourly(null), '月3万円')).toBe(`${asks}月の時間で割った額です。`)
    expect(answer(hourly(10), '時給3000円')).toEqual(it(3000))
    const monthly = yen({ label: '報酬の額', per: 'month', hours: 10 })
    expect(answer(monthly, '月3万円')).toEqual(it(30_000))
    expect(answer(monthly, '1時間3000円')).toContain('月10時間なら、30,000円です。')
    expect(answer(monthly, '日給3000円')).toContain('数だけを入れてください')
  })

  test('any amount is read back as it is shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 1_000_000 }), (amount) => {
        expect(answer(fee, `${amount.toLocaleString('ja-JP')}円`)).toEqual(it(amount))
      }),
    )
  })
})

test('wholeNumber', () => {
  const hours = wholeNumber({ label: '時間', min: 1, max: 100, unit: '時間' })
  expect(answer(hours, '月１０時間')).toEqual(it(10))
  const plain = wholeNumber({ label: '時間', min: 0, max: 9, sentence: '1時間単位で入れてください（例：3）。' })
  for (const wrong of ['2.5', 'たくさん']) expect(answer(plain, wrong)).toBe('1時間単位で入れてください（例：3）。')
  expect(answer(hours, '101')).toBe('時間は、1時間から100時間までにしてください。')
  expect(answer(wholeNumber({ label: '時間', min: 1, max: 9, required: false }))).toEqual(it(null))
})

test('choice', () => {
  const remote = choice({ label: '働き方', options: ['remote', 'visits'] })
  expect(answer(remote, 'visits')).toEqual(it('visits'))
  expect(answer(remote, ['remote', 'visits'])).toEqual(it('visits'))
  expect(answer(remote)).toBe('働き方を選んでください。')
  expect(answer(remote, 'toString')).toBe('働き方を、もう一度選んでください。')
  expect(answer(choice({ label: '働き方', options: ['remote'], required: false }), '')).toEqual(it(null))
})

test('choices', () => {
  const motives = choices({ label: '動機', options: ['a', 'b', 'c'], min: 1, max: 2 })
  expect(answer(motives, 'b')).toEqual(it(['b']))
  expect(answer(motives, ['c', '', 'a', 'c'])).toEqual(it(['a', 'c']))
  expect(answer(motives)).toBe('動機を、選んでください。')
  expect(answer(motives, ['a', 'b', 'c'])).toBe('動機は、2つまで選べます。')
  expect(answer(motives, ['a', 'd'])).toBe('動機を、もう一度選んでください。')
  expect(answer(choices({ label: '動機', options: ['a'] }))).toEqual(it([]))
})

test('email', () => {
  const address = email({ label: 'メールアドレス' })
  expect(answer(address, ' Ｙamada@Example.JP ')).toEqual(it('yamada@example.jp'))
  for (const wrong of ['yamada', 'a@b', 'a b@example.jp', 'a@example.jp,b@example.jp', `a@example.jp\nBcc: b@c.jp`]) {
    expect(answer(address, wrong)).toBe('メールアドレスの形になっていません（例: yamada@example.jp）。')
  }
  expect(answer(email({ label: 'メールアドレス', required: false }))).toEqual(it(''))
})

test('checkbox', () => {
  expect(answer(checkbox({ label: '同意する' }), 'on')).toEqual(it(true))
  expect(answer(checkbox({ label: '同意する' }))).toEqual(it(false))
  expect(answer(checkbox({ label: '同意する', required: true }))).toBe('「同意する」に印を付けてください。')
})

describe('day', () => {
  const start = z.object({ start: day({ label: '始める日' }) })

  test('comes in three parts or as one', () => {
    const data = { start: '2026-02-05' }
    expect(parseForm(start, { 'start.year': '2026', 'start.month': '2', 'start.day': '5' })).toEqual({ ok: true, data })
    expect(parseForm(start, { start: '２０２６-02-05' })).toEqual({ ok: true, data })
  })

  test('a day that does not exist, or half a one, is refused and kept', () => {
    for (const body of [
      { 'start.year': '2026', 'start.month': '2', 'start.day': '31' },
      { 'start.year': '2026', 'start.month': '', 'start.day': '5' },
    ]) {
      const errors = { start: '始める日は、年・月・日をそろえて、ある日付にしてください。' }
      expect(parseForm(start, body)).toEqual({ ok: false, values: body, errors })
    }
    const none = { 'start.year': '', 'start.month': '', 'start.day': '' }
    expect(parseForm(start, none)).toMatchObject({ errors: { start: '始める日を選んでください。' } })
  })
})

describe('parseForm', () => {
  const schema = z.object({ name: text({ label: '名前', max: 5 }), fee: yen({ label: '謝礼' }) })

  test('gives back every value, and one sentence a field in their order', () => {
    const body = { fee: '沢山', name: ' ', _once: 'abc', version: '3' }
    const form = parseForm(schema, body)
    expect(form).toMatchObject({ ok: false, values: { fee: '沢山', name: ' ' } })
    expect(form.ok || Object.keys(form.errors)).toEqual(['name', 'fee'])
  })

  test('refuses a name that is not on the screen', () => {
    for (const name of ['power', '__proto__x', 'name.year.x', 'name.power', 'other.year']) {
      const form = parseForm(schema, { name: '花', fee: '1', [name]: 'administrator' })
      expect(form).toEqual({ ok: false, values: { name: '花', fee: '1' }, errors: { _form: expect.any(String) } })
    }
  })

  test('takes a body without a prototype, and one that brings __proto__ changes nothing', () => {
    const body = Object.assign(Object.create(null), { name: '花', fee: '1' })
    expect(parseForm(schema, body)).toEqual({ ok: true, data: { name: '花', fee: 1 } })
    const form = parseForm(schema, JSON.parse('{"name":"花","fee":"1","__proto__":"x"}'))
    expect(form.ok).toBe(false)
  })

  test('sees through refinements, transformations and alternatives', () => {
    const both = schema.refine(({ name }) => name !== '花', { message: '花はもうあります。', path: ['name'] })
    expect(parseForm(both, { name: '花', fee: '1' })).toMatchObject({ errors: { name: '花はもうあります。' } })
    const twice = schema.transform(({ fee }) => fee * 2)
    expect(parseForm(twice, { name: '花', fee: '1' })).toEqual({ ok: true, data: 2 })
    expect(() => parseForm(z.string(), {})).toThrow(TypeError)
  })
})

test('a rule upon several fields is asked beside a field that cannot be read', () => {
  const form = together(
    z.object({ name: text({ label: '名前', max: 5 }), fee: yen({ label: '謝礼' }), from: day({ label: '始め' }) }),
    ({ name, fee, from }, wrong) => {
      if (name === '花' && from !== '2026-01-01') wrong('from', '花は元日からです。')
      if (fee === undefined) wrong('fee', '二度めの文は出ません。')
    },
  )
  expect(parseForm(form, { name: '花', fee: '沢山', from: '2026-02-05' })).toMatchObject({
    errors: { fee: '謝礼は、数字で入れてください（例: 30,000）。', from: '花は元日からです。' },
  })
  const sent = parseForm(
    form.transform(({ fee }) => fee),
    { name: '花', fee: '5', from: '2026-01-01' },
  )
  expect(sent).toEqual({ ok: true, data: 5 })
})
