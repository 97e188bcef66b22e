import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  municipalitiesOf,
  municipalityName,
  neighboursOf,
  PREFECTURES,
  prefectureIn,
  prefectureName,
  REGIONS,
  regionOf,
} from './regions.ts'

const anyPrefecture = fc.integer({ min: 1, max: 47 })

describe('prefectures', () => {
  test('stand in the order of their numbers', () => {
    expect(PREFECTURES.map(({ id }) => id)).toEqual(Array.from({ length: 47 }, (_, index) => index + 1))
    expect([1, 6, 13, 22, 23, 40, 47].map(prefectureName)).toEqual(
      ['北海道', '山形県', '東京都', '静岡県', '愛知県', '福岡県', '沖縄県'], //
    )
    expect(PREFECTURES[39]).toMatchObject({ reading: 'ふくおかけん', region: 'kyushu' })
  })

  test('lie in eight regions', () => {
    expect(REGIONS).toHaveLength(8)
    expect(regionOf(24).name).toBe('近畿')
    expect(new Set(PREFECTURES.map(({ id }) => regionOf(id).id)).size).toBe(8)
  })

  test('a number that is none is an error', () => {
    for (const id of [0, 48, 1.5, Number.NaN]) expect(() => prefectureName(id)).toThrow(RangeError)
  })

  test('are understood as people write them', () => {
    const written = [
      '山形県',
      '山形',
      'やまがた',
      'Yamagata',
      'YAMAGATA-ken',
      'Yamagata Prefecture',
      '6',
      '０６',
      ' 山形県 ',
    ]
    expect(written.map(prefectureIn)).toEqual(written.map(() => 6))
    expect(['京都', '京都府', 'Kyoto', '東京都', 'とうきょう', 'Hokkaido'].map(prefectureIn)).toEqual([
      26, 26, 26, 13, 13, 1,
    ])
    expect(['山', '東北', '山形市', '48', '', 'ken'].map(prefectureIn)).toEqual(Array(6).fill(null))
    for (const { id, name } of PREFECTURES) expect(prefectureIn(name)).toBe(id)
  })

  test('are each other’s neighbours', () => {
    expect(neighboursOf(6)).toEqual([4, 5, 7, 15])
    expect(neighboursOf(24)).toEqual([21, 23, 25, 26, 29, 30])
    expect(neighboursOf(33)).toEqual([28, 31, 34, 37])
    expect(neighboursOf(47)).toEqual([])
    fc.assert(
      fc.property(anyPrefecture, (id) => {
        for (const other of neighboursOf(id)) expect(neighboursOf(other)).toContain(id)
      }),
    )
  })
})

describe('municipalities', () => {
  test('belong to the prefecture that their number begins with', () => {
    const all = PREFECTURES.flatMap(({ id }) => municipalitiesOf(id).map((place) => ({ id, ...place })))
    expect(all.filter(({ id, code }) => Number(code.slice(0, 2)) !== id || !/^\d{5}$/.test(code))).toEqual([])
    expect(new Set(all.map(({ code }) => code)).size).toBe(all.length)
    expect(all.length).toBeGreaterThan(1700)
    expect(all.filter(({ reading }) => !/^[ぁ-ん]+$/.test(reading))).toEqual([])
  })

  test('have their names and mended readings', () => {
    expect(municipalityName('06205')).toBe('新庄市')
    expect(municipalityName('01101')).toBe('札幌市中央区')
    expect(municipalityName('99999')).toBeNull()
    expect(municipalitiesOf(11).find(({ name }) => name === '行田市')?.reading).toBe('ぎょうだし')
    expect(municipalitiesOf(48)).toEqual([])
  })

  test('Hamamatsu has the three wards of 2024', () => {
    expect(['22138', '22139', '22140'].map(municipalityName)).toEqual(
      ['浜松市中央区', '浜松市浜名区', '浜松市天竜区'], //
    )
    expect(municipalityName('22131')).toBeNull()
  })
})
