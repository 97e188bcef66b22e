import { clauses } from '../../text/sentences.ts'

/** 「採用は困っていない」「味は評判がいい」「チラシではなく」: the owner names a subject to put it aside. */
const ASIDE =
  /(困って(い)?(ない|ません|おりません)|困っと(らん|らへん)|困ってへん|問題(は|も)?(ない|ありません|なか)|心配(は|も)?(ない|してない|していない|ありません)|(足りて|間に合って|できて|出来て|うまくいって|上手くいって|順調に)(い|お)?(る|ます|り)|(足り|間に合っ|でき|出来)とる|順調(だ|で|じゃ|や|です)|(では|じゃ)なく(て)?$|以外(で|の|に)?$|(は|も)いらない|(は|も)要らない|(は|も)不要)/
const LITTLE = 0.2
/** What the firm is says something about the work, but less than what hurts. */
export const INTRODUCTION = 0.4

/** 「工務店だが、」「旅館をやっとるんですけど」: the firm introduced at the head of a sentence. */
const HEAD =
  /(屋|業|店|館|園|社|院|宿|農家|漁師|工場|農園|旅館|法人|施設|組合|酒蔵|窯元|メーカー|会社)(を(やって|営んで|して|やっと|しと|経営して))?(い|お)?(る|ます|ります|り)?(ん|の|なん)?(だが|ですが|だけど|ですけど|やけど|やが|じゃが|だけんど|ますが|るが|るんじゃが)$/

/** 「家具を手で作りよるが、」: what the firm makes, said first. Selling is left out: it is often the trouble itself. */
const MAKING =
  /を.*(作|造|つく|織|焼|塗|染め|育て|飼|植え|栽培し|製造し|生産し).{0,5}(が|けど|けんど|けれど|けれども|だが|じゃが|やが)$/

/**
 * The weight of what stands at a place of a folded sentence: little in a clause that puts its subject aside, less in one that
 * introduces the firm, else 1. When no other clause is left, all count in full: there is nothing else to go by.
 */
export function quietWeight(folded: string): (place: number) => number {
  const parts = clauses(folded).map((part, number) => ({ ...part, weight: clauseWeight(part.text, number) }))
  if (parts.every(({ weight }) => weight === 1) || parts.every(({ weight }) => weight < 1)) return () => 1
  return (place) => parts.find(({ start, end }) => place >= start && place < end)?.weight ?? 1
}

function clauseWeight(clause: string, number: number): number {
  if (number === 0 && clause.length <= 30 && (HEAD.test(clause) || isMaking(clause))) return INTRODUCTION
  return ASIDE.test(clause) && !/(のに|ほど|か)$/.test(clause) ? LITTLE : 1
}

function isMaking(clause: string): boolean {
  return MAKING.test(clause) && !/ない|たい|(ん|へん|ぬ)(が|けど|けんど|けれど|けれども)$/.test(clause)
}

const ABOUT_THE_FIRM =
  /^(うち|ウチ|当社|弊社|わが社|我が社|私|わたし|当店|当館|当園|当院|わしら|わし|こちら|私ども|私たち)(の(会社|店|ところ))?(は|も|、)|(を|で)(営んで|経営して|やって|して|商って|作って|つくって)(い|お)?(る|ます|ります|り)$|(屋|業|店|館|園|社|院|農家|工場|会社|旅館|工務店|法人|役場|組合)(です|だ|じゃ|や|でございます|をやってます|をしてます)$/
const TROUBLE =
  /ない|なく|ません|ん$|んで|んし|ねえ|へん|ぬ$|困|苦|つら|辛|減|下が|落ち|古|高く|悪|遅|足り|赤字|辞め|たい|ほし|欲し|どう|いくら|かかる|掛か|ばかり|だけ|頼り|のに|けど|でも|心配|不安|大変|無理|だめ|ダメ|できず|言われ|求め|ば良い|ばいい|か$|かな|でしょう/

/** 「うちは三代続く旅館です」: a sentence about the firm without any trouble in it. */
export function isIntroduction(sentence: string): boolean {
  return sentence.length <= 80 && ABOUT_THE_FIRM.test(sentence) && !TROUBLE.test(sentence)
}
