import { industryName } from '../../companies/rules/industries.ts'
import { isSmallByPeople, mostEmployees, type Trade } from '../../law/small-business.ts'
import { municipalityName, prefectureName } from '../../lib/regions.ts'
import type { Finding, Question } from './question.ts'
import type { Subsidy } from './subsidies.ts'

/** Every industry that is not named here is counted among 製造業その他. */
const TRADES: Readonly<Record<string, Trade>> = {
  wholesale: 'wholesale',
  retail: 'retail',
  restaurant: 'retail',
  ...{ it: 'service', lodging: 'service', tourism: 'service', welfare: 'service', education: 'service' },
  services: 'service',
}

/** Where the company stands and what it is. */
export function companyFindings({ area, who }: Subsidy, { company }: Question): Finding[] {
  const found: Finding[] = [areaFinding(area, company)]
  const people = `いまの人数：${company.employees === null ? '未記入' : `${company.employees}人`}`
  if (who.size === 'small') {
    const trade = TRADES[company.industry] ?? 'manufacturing'
    const isSmall = isSmallByPeople(trade, company.employees)
    const most = `社員が${mostEmployees(trade)}人まで`
    found.push(
      isSmall
        ? { rule: 'who', verdict: 'met', sentence: `中小企業が対象です（この業種では、${most}）。` }
        : {
            rule: 'who',
            verdict: 'ask',
            sentence: `中小企業が対象です。この業種では、${most}か、資本金で決まります（${people}）。`,
          },
    )
  }
  if (who.employeesAtMost !== undefined) {
    const sentence = `社員が${who.employeesAtMost}人までの会社が対象です（${people}）。`
    const verdict = company.employees === null ? 'ask' : company.employees <= who.employeesAtMost ? 'met' : 'no'
    found.push({ rule: 'who', verdict, sentence })
  }
  if (who.industries && !who.industries.includes(company.industry)) {
    found.push({
      rule: 'who',
      verdict: 'no',
      sentence: `業種が${who.industries.map(industryName).join('、')}の会社が対象です。`,
    })
  }
  if (who.notIndustries.includes(company.industry)) {
    found.push({
      rule: 'who',
      verdict: 'no',
      sentence: `業種が${industryName(company.industry)}の会社は対象になりません。`,
    })
  }
  if (who.headOffice)
    found.push({ rule: 'who', verdict: 'ask', sentence: '本社（主な事業所）が、その地域にあること。' })
  if (who.firstUse) {
    found.push(
      company.contractsBefore === 0
        ? { rule: 'who', verdict: 'ask', sentence: '副業の人に頼むのが、はじめての会社が対象です。' }
        : {
            rule: 'who',
            verdict: 'no',
            sentence: `はじめての会社が対象です（めぐりで、契約が${company.contractsBefore}つあります）。`,
          },
    )
  }
  return [
    ...found,
    ...who.other.map((sentence): Finding => ({ rule: 'who', verdict: 'ask', sentence: `${sentence}。` })),
  ]
}

function areaFinding(area: Subsidy['area'], company: Question['company']): Finding {
  if ('prefecture' in area) {
    const met = company.prefecture === area.prefecture
    return {
      rule: 'area',
      verdict: met ? 'met' : 'no',
      sentence: `${prefectureName(area.prefecture)}の会社が対象です。`,
    }
  }
  const places = area.municipalities.map((code) => municipalityName(code) ?? code)
  const sentence = `${places.slice(0, 3).join('、')}${places.length > 3 ? 'など' : ''}の会社が対象です。`
  if (
    company.municipality === null &&
    area.municipalities.some((code) => Number(code.slice(0, 2)) === company.prefecture)
  ) {
    return { rule: 'area', verdict: 'later', sentence, change: '会社の市町村を書くと、分かります。' }
  }
  const met = company.municipality !== null && area.municipalities.includes(company.municipality)
  return { rule: 'area', verdict: met ? 'met' : 'no', sentence }
}
