import { industryName } from '../../../companies/rules/industries.ts'
import type { FactorName } from '../../../engine/engine.ts'
import { prefectureName } from '../../../lib/regions.ts'
import { feeBand, hoursBand, yearsBand } from '../../../talents/rules/bands.ts'
import { levelName } from '../../../talents/rules/words.ts'
import { hourlyFee } from '../records.ts'
import { metCodes, metIndustry, type Pair, quoted, sharedMotives, sharedWords, yen } from './pair.ts'
import { tieInWords } from './ties.ts'

/** What was done, in the person's own words, is for those whom the person applies to. */
const PROOF_LATER = '実績は、応募のときに読めます。'

/**
 * What speaks for a person, said to the company. Bands, never exact figures: nobody has applied yet. `proofWhere` tells
 * where the proof of a job code can be read, if there is one.
 */
export function reasonForCompany(pair: Pair, proofWhere = PROOF_LATER): (factor: FactorName) => string | null {
  const { talent, project, facts } = pair
  const met = metCodes(pair)
  const sentences: Partial<Record<FactorName, () => string | null>> = {
    code: () => {
      if (!met) return null
      const years = yearsBand(met.line.years)
      const proof = met.line.evidence ? proofWhere : ''
      if (met.near === 'leaf') return `「${met.own.name}」${years ? `を${years}してきた人です` : 'の人です'}。${proof}`
      if (met.near === 'middle') return `頼みたい「${met.wanted.name}」と近い「${met.own.name}」の人です。${proof}`
      return `「${met.major}」の仕事をしてきた人です。${proof}`
    },
    level: () => {
      if (!met || met.near === 'none' || (facts.levelGap ?? -1) < 0) return null
      if (met.line.confirmed) return `「${met.own.name}」の仕事ぶりは、前に頼んだ会社が確かめています。`
      // The line about the code has said it: years and proof tell more than the name of a level.
      if (met.near === 'leaf' && met.line.evidence !== '') return null
      const near = met.near === 'leaf' ? '' : '近い仕事の'
      return `${near}「${met.own.name}」は「${levelName(met.line.level)}」くらいの腕前です。`
    },
    industry: () => {
      const industry = metIndustry(pair)
      if (!industry) return null
      return industry.same
        ? `${industry.name}の仕事を知っています。`
        : `業種の近い、${industry.name}の仕事を知っています。`
    },
    tie: () => tieInWords(pair, 'company'),
    hours: () => {
      const band = hoursBand(talent.hours)
      if (!band || talent.hours === null || project.hours === null || talent.hours < project.hours) return null
      return `${band}あいていて、希望の${project.hours}時間に足ります。`
    },
    fee: () => {
      const offered = hourlyFee(project)
      return offered !== null && talent.fee !== null && offered >= talent.fee
        ? 'お礼の希望が、こちらの金額で足ります。'
        : null
    },
    work: () => {
      if (project.style === 'remote') return '離れたままで進められるので、通う心配がありません。'
      if (talent.style === 'visits' && project.style === 'visits') return '通って働くことを望んでいます。'
      return project.style === 'visits' && talent.style === 'either'
        ? '来てもらうことも、離れて進めることもできます。'
        : null
    },
    motive: () => {
      const motives = sharedMotives(pair)
      return motives.length > 0 ? `${quoted(motives.slice(0, 2))}と書いています。` : null
    },
    text: () => {
      const words = sharedWords(pair)
      return words.length > 0 ? `案件と同じ${quoted(words)}という言葉で、自分の仕事を書いています。` : null
    },
    record: () => (talent.record.confirmed > 0 ? '前に頼んだ会社が、目標に近づいたと答えています。' : null),
  }
  return (factor) => sentences[factor]?.() ?? null
}

/** The one thing to ask about, said to the company. */
export function doubtForCompany(pair: Pair): (factor: FactorName) => string | null {
  const { talent, project, facts } = pair
  const met = metCodes(pair)
  const sentences: Partial<Record<FactorName, () => string | null>> = {
    code: () => {
      if (!met) return '頼みたい仕事そのものの経験は書かれていません。'
      return met.near === 'leaf'
        ? 'ほかに頼みたい仕事の経験は書かれていません。'
        : `「${met.wanted.name}」そのものの経験は書かれていません。`
    },
    level: () => {
      if (!met) return null
      if (met.line.evidence === '') return `「${met.own.name}」の実績が、まだ書かれていません。`
      return (facts.levelGap ?? 0) < 0
        ? `「${met.own.name}」は「${levelName(met.line.level)}」くらいで、少し足りないかもしれません。`
        : null
    },
    industry: () =>
      project.industry !== null && !metIndustry(pair)?.same
        ? `${industryName(project.industry)}で働いたとは書かれていません。`
        : null,
    tie: () =>
      project.prefecture !== null && facts.tie === null
        ? `${prefectureShort(project.prefecture)}とのゆかりは書かれていません。`
        : null,
    hours: () => {
      if (talent.hours === null) return '使える時間は書かれていません。'
      if (project.hours === null || talent.hours >= project.hours) return null
      return `あいているのは${hoursBand(talent.hours)}で、希望の${project.hours}時間には足りません。`
    },
    fee: () => {
      const offered = hourlyFee(project)
      if (talent.fee === null) return 'お礼の希望は書かれていません。'
      return offered !== null && offered < talent.fee
        ? `お礼の希望（${feeBand(talent.fee)}）は、こちらの1時間${yen(offered)}より高めです。`
        : null
    },
    work: () => {
      if (project.style === 'remote') return null
      if (talent.style === 'remote') return '離れた場所からの仕事を望んでいます。'
      return facts.distance >= 3 && talent.prefecture !== null
        ? `住まいが${prefectureShort(talent.prefecture)}なので、来てもらうには遠いです。`
        : null
    },
    motive: () =>
      sharedMotives(pair).length === 0 && talent.motives.length > 0
        ? '副業をしたい理由は、この案件とは少し違います。'
        : null,
    text: () => null,
    record: () => (talent.record.finished === 0 ? 'めぐりでの仕事は、これが初めてです。' : null),
    answer: () =>
      talent.answers.seenDays !== null && talent.answers.seenDays > 90 ? 'このところ、めぐりを開いていません。' : null,
  }
  return (factor) => sentences[factor]?.() ?? null
}

/** 山形 for 山形県: as people say it. 北海道 stays. */
function prefectureShort(id: number): string {
  return prefectureName(id).replace(/[都府県]$/, '')
}
