import type { Terms, TermsFinding } from './shape.ts'

/** Fee and costs: item 7. */
export function checkFee(terms: Terms): TermsFinding[] {
  const findings: TermsFinding[] = []
  const add = (item: 'fee' | 'expenses', severity: TermsFinding['severity'], sentence: string) =>
    findings.push({ item, severity, sentence })
  if (terms.feeKind === null || terms.feeYen === null || !Number.isInteger(terms.feeYen) || terms.feeYen < 0) {
    add('fee', 'error', '報酬の額を円で書いてください。')
  } else if (terms.feeYen === 0) {
    add('fee', 'warning', '報酬が0円です。無償で行う約束なのか、両者で確かめてください。')
  } else if (terms.feeKind === 'hourly' && !(terms.hoursCap !== null && terms.hoursCap > 0)) {
    add('fee', 'error', '1時間あたりの額のときは、月に何時間が上限かも書いてください。')
  }
  if (terms.taxIncluded === null) add('fee', 'error', '報酬が消費税こみか、税別かを選んでください。')
  if (terms.expenses === null) {
    add('expenses', 'error', '交通費などが報酬に含まれるか、別に支払うかを選んでください。')
  } else if (terms.expenses === 'actual' && terms.expensesRule.trim() === '') {
    add('expenses', 'error', '別に支払う費用の、種類と決め方（実費、上限など）を書いてください。')
  }
  return findings
}
