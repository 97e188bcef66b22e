import { industryName } from '../../../companies/rules/industries.ts'
import type { FactorName } from '../../../engine/engine.ts'
import { prefectureName } from '../../../lib/regions.ts'
import { levelName } from '../../../talents/rules/words.ts'
import { hourlyFee } from '../records.ts'
import { metCodes, metIndustry, type Pair, quoted, sharedMotives, sharedWords, yen } from './pair.ts'
import { tieInWords } from './ties.ts'

/** What speaks for a project, said to the person. */
export function reasonForTalent(pair: Pair): (factor: FactorName) => string | null {
  const { talent, project, facts } = pair
  const met = metCodes(pair)
  const offered = hourlyFee(project)
  const sentences: Partial<Record<FactorName, () => string | null>> = {
    code: () => {
      if (!met) return null
      if (met.near === 'leaf') return `あなたの「${met.own.name}」が、そのまま生きる仕事です。`
      if (met.near === 'middle') return `あなたの「${met.own.name}」と近い、「${met.wanted.name}」の仕事です。`
      return `あなたのしてきた「${met.major}」の仕事です。`
    },
    level: () => {
      if (!met || met.near === 'leaf' || (facts.levelGap ?? -1) < 0) return null
      return `近い仕事の「${met.own.name}」で「${levelName(met.line.level)}」腕前が生きます。`
    },
    industry: () => {
      const industry = metIndustry(pair)
      return (
        industry &&
        (industry.same
          ? `あなたの知っている、${industry.name}の会社です。`
          : `あなたの知っている${industry.name}に近い業種です。`)
      )
    },
    tie: () => tieInWords(pair, 'talent'),
    hours: () => {
      if (talent.hours === null || project.hours === null || talent.hours < project.hours) return null
      return `月${project.hours}時間の仕事で、あなたの使える${talent.hours}時間に収まります。`
    },
    fee: () =>
      offered !== null && talent.fee !== null && offered >= talent.fee
        ? `お礼は1時間およそ${yen(offered)}で、あなたの希望に届きます。`
        : null,
    work: () => {
      if (project.style === 'remote') return '離れた場所から働けます。'
      return project.style === 'either'
        ? '通っても、離れたままでも働けます。'
        : talent.style === 'visits'
          ? '通って働きたいという望みに合います。'
          : null
    },
    motive: () => {
      const motives = sharedMotives(pair)
      return motives.length > 0 ? `${quoted(motives.slice(0, 2))}という望みに合います。` : null
    },
    text: () => {
      const words = sharedWords(pair)
      return words.length > 0 ? `あなたと同じ${quoted(words)}という言葉が、案件に出てきます。` : null
    },
    record: () =>
      project.record.confirmed > 0 ? '前に引き受けた人が、この会社との仕事は目標に近づいたと答えています。' : null,
    answer: () =>
      project.answers.answered >= 3 && project.answers.answered * 5 >= project.answers.asked * 4
        ? '応募に、約束どおり返事をしてきた会社です。'
        : null,
  }
  return (factor) => sentences[factor]?.() ?? null
}

/** What to think over before applying. */
export function doubtForTalent(pair: Pair): (factor: FactorName) => string | null {
  const { talent, project, facts } = pair
  const met = metCodes(pair)
  const offered = hourlyFee(project)
  const sentences: Partial<Record<FactorName, () => string | null>> = {
    code: () => {
      if (!met) return 'あなたの書いた仕事とは、種類が違います。'
      return met.near === 'leaf'
        ? 'ほかにも頼みたい仕事があるようです。'
        : `「${met.wanted.name}」そのものの経験は、プロフィールにありません。`
    },
    level: () =>
      met && (facts.levelGap ?? 0) < 0 ? `「${met.wanted.name}」は、もう少し慣れた人を求めています。` : null,
    industry: () =>
      project.industry !== null && !metIndustry(pair)?.same
        ? `${industryName(project.industry)}の経験は、プロフィールにありません。`
        : null,
    tie: () =>
      project.prefecture !== null && facts.tie === null
        ? `${prefectureName(project.prefecture)}とのゆかりは、プロフィールにありません。`
        : null,
    hours: () => {
      if (project.hours === null || talent.hours === null || talent.hours >= project.hours) return null
      return `月${project.hours}時間の仕事で、あなたの使える${talent.hours}時間より長めです。`
    },
    fee: () =>
      offered !== null && talent.fee !== null && offered < talent.fee
        ? `お礼は1時間およそ${yen(offered)}で、あなたの希望より少なめです。`
        : null,
    work: () =>
      project.style !== 'remote' && facts.distance >= 3 ? '通うとすると、あなたの住まいからは遠い所です。' : null,
    motive: () =>
      sharedMotives(pair).length === 0 && talent.motives.length > 0
        ? 'あなたの望みとは、少し違うかもしれません。'
        : null,
    text: () => null,
    record: () => (project.record.finished === 0 ? 'この会社の副業の受け入れは、めぐりでは初めてです。' : null),
    answer: () =>
      project.answers.asked >= 3 && project.answers.answered * 2 < project.answers.asked
        ? '返事が遅れたことのある会社です。'
        : null,
  }
  return (factor) => sentences[factor]?.() ?? null
}
