import { TIE_KINDS } from '../../../engine/engine.ts'
import { prefectureName } from '../../../lib/regions.ts'
import type { Pair } from './pair.ts'

/** By kind, in the engine's order: what is said after 「山形県」 of somebody else. */
const OF_SOMEBODY = [
  'の生まれです',
  'に住んでいました',
  'の学校に通いました',
  'に家族や親せきがいます',
  'の仕事に関わってきました',
  'にふるさと納税をしています',
  'をよく訪れます',
  'に家や部屋があります',
] as const
/** And to the person: 「あなたが…」 */
const OF_YOU = [
  '生まれた',
  '住んでいた',
  '学校に通った',
  '家族や親せきのいる',
  '仕事で関わった',
  'ふるさと納税をした',
  'よく訪れる',
  '家や部屋のある',
] as const

if (OF_SOMEBODY.length !== TIE_KINDS.length || OF_YOU.length !== TIE_KINDS.length)
  throw new Error('A kind of tie has no words')

/** The strongest tie in words; only the prefecture, never the town. Null when it is not in the project's prefecture. */
export function tieInWords({ talent, facts, project }: Pair, reader: 'company' | 'talent'): string | null {
  if (facts.tie === null || facts.tie.nearness < 2 || project.prefecture === null) return null
  const place = prefectureName(project.prefecture)
  if (talent.ties[facts.tie.slot]?.kind === null)
    return reader === 'company' ? `${place}にゆかりがあります。` : `あなたのゆかりのある${place}の会社です。`
  if (reader === 'company') return `${place}${OF_SOMEBODY[facts.tie.kind]}。`
  return `あなたの${OF_YOU[facts.tie.kind]}${place}の会社です。`
}
