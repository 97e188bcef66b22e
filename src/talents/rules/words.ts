import type { Talent, Tie } from '../schema.ts'

type Word<T extends string> = { readonly id: T; readonly name: string }

/** What somebody hopes to get out of it beside the fee; a project says which of these it offers. At most 16. */
export const MOTIVES = [
  { id: 'region', name: '地域の役に立ちたい' },
  { id: 'skill', name: '経験を生かしたい' },
  { id: 'learn', name: '新しいことを学びたい' },
  { id: 'craft', name: 'ものづくり・手仕事が好き' },
  { id: 'owner', name: '社長のそばで考えたい' },
  { id: 'people', name: '土地の人とつながりたい' },
  { id: 'move', name: '移り住むことも考えている' },
  { id: 'income', name: '収入を増やしたい' },
] as const satisfies readonly Word<string>[]
export type MotiveId = (typeof MOTIVES)[number]['id']

/** How well somebody does a kind of work. The number is what is stored. */
export const LEVELS = [
  { level: 1, name: '知っている', note: '学んだことがある。仕事ではまだ' },
  { level: 2, name: 'やったことがある', note: 'だれかと一緒に、または何度か' },
  { level: 3, name: '慣れている', note: 'ひとりで任せられる' },
  { level: 4, name: '人に教えられる', note: 'まわりに頼られ、教えている' },
] as const

/** ゆかり: what binds somebody to a place. School is the place only, never its name. */
export const TIE_KINDS = [
  { id: 'born', name: '生まれた' },
  { id: 'lived', name: '住んでいた' },
  { id: 'school', name: '学校に通った' },
  { id: 'family', name: '家族や親せきがいる' },
  { id: 'work', name: '仕事で関わった' },
  { id: 'furusato', name: 'ふるさと納税をした' },
  { id: 'visits', name: 'よく訪れる' },
  { id: 'second-home', name: '家や部屋がある' },
] as const satisfies readonly Word<Tie['kind']>[]

export const STYLES = [
  { id: 'remote', name: '離れた場所から' },
  { id: 'visits', name: '通って' },
  { id: 'either', name: 'どちらでも' },
] as const satisfies readonly Word<NonNullable<Talent['style']>>[]

/** When somebody is free. */
export const TIMES = [
  { id: 'evening', name: '平日の夜' },
  { id: 'weekend', name: '土日・休日' },
  { id: 'daytime', name: '平日の昼' },
] as const satisfies readonly Word<string>[]

export const AVAILABILITIES = [
  { id: 'now', name: '今すぐ始められる' },
  { id: 'talk', name: '相談から始めたい' },
  { id: 'look', name: '今は見るだけ（会社には出ません）' },
  { id: 'pause', name: '休む（どの会社にも見えません）' },
] as const satisfies readonly Word<Talent['availability']>[]

export function levelName(level: number): string {
  const found = LEVELS.find((one) => one.level === level)
  if (!found) throw new RangeError(`No such level: ${level}`)
  return found.name
}

export function motiveName(id: string): string | null {
  return MOTIVES.find((motive) => motive.id === id)?.name ?? null
}

export function timeName(id: string): string | null {
  return TIMES.find((time) => time.id === id)?.name ?? null
}

export function tieKindName(kind: Tie['kind']): string {
  return TIE_KINDS.find(({ id }) => id === kind)!.name
}

export function styleName(style: NonNullable<Talent['style']>): string {
  return STYLES.find(({ id }) => id === style)!.name
}
