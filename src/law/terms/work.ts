import { addDays, type LegalDate, readLegalDate } from '../dates.ts'
import type { Terms, TermsFinding } from './shape.ts'

const NO_NAME = /^(某|匿名|非公開|名無し|ニックネーム)/
/** Words that stand for "everything" and so for nothing in particular. */
const LUMP = /(?:業務|作業|支援|サポート|対応)?(?:の)?(?:一式|全般|もろもろ|諸々|いろいろ|など|等)$/
/** Shorter than this, a text can name a field of work but not kind, quantity and what is asked for. */
const LUMP_MAX = 30
const THIN_MAX = 20
/** Work is agreed on about when its terms are written: days of a slip of the pen lie outside. */
const DECIDED_DAYS_AHEAD = 31
const DECIDED_DAYS_AGO = 366

/** Names, day, content, rights, period, place, inspection: items 1 to 6. */
export function checkWork(terms: Terms, today: LegalDate): TermsFinding[] {
  return [...names(terms), ...day(terms, today), ...content(terms), ...rights(terms), ...period(terms), ...where(terms)]
}

function names(terms: Terms): TermsFinding[] {
  const findings: TermsFinding[] = []
  if (isNoName(terms.companyName)) findings.push(error('names', '会社の正式な名前を書いてください。'))
  if (isNoName(terms.talentName)) findings.push(error('names', '仕事をする人の、氏名か登録した屋号を書いてください。'))
  return findings
}

function day(terms: Terms, today: LegalDate): TermsFinding[] {
  const date = readLegalDate(terms.commissionedOn ?? '')
  if (!date) return [error('date', '仕事をたのむと決めた日を書いてください。')]
  if (date > addDays(today, DECIDED_DAYS_AHEAD)) {
    return [error('date', 'たのむと決めた日が、先すぎます。今日から1か月のうちの日にしてください。')]
  }
  if (date < addDays(today, -DECIDED_DAYS_AGO)) {
    return [error('date', 'たのむと決めた日が、1年より前です。年を確かめてください。')]
  }
  const from = readLegalDate(terms.periodFrom ?? '')
  if (from && date > from) {
    return [error('date', 'たのむと決めた日が、はじめる日より後です。はじめる日までの日にしてください。')]
  }
  if (date < today) {
    return [warning('date', 'たのんだ日が過ぎています。条件はたのんだらすぐに渡す決まりです。急いでください。')]
  }
  return []
}

function content(terms: Terms): TermsFinding[] {
  const work = terms.work.normalize('NFKC').trim()
  const all = work.length + terms.deliverables.trim().length
  if (work === '') return [error('content', '仕事の内容を書いてください。')]
  if (LUMP.test(work) && work.length <= LUMP_MAX) {
    return [error('content', '「一式」「全般」だけでは足りません。何を、何回、どこまで行うかを書いてください。')]
  }
  if (all < THIN_MAX) {
    return [warning('content', '仕事の内容が短すぎるようです。量や回数、渡すものも書くと行きちがいが減ります。')]
  }
  return []
}

function rights(terms: Terms): TermsFinding[] {
  if (terms.ip === null) return [error('ip', '作ったものの権利（著作権など）をどうするかを選んでください。')]
  if ((terms.ip === 'transfer' || terms.ip === 'licence') && terms.ipScope.trim() === '') {
    return [error('ip', 'どれの権利を、どこまで渡すか（使わせるか）を書いてください。')]
  }
  if (terms.ip === 'none' && terms.deliverables.trim() !== '') {
    return [warning('ip', '渡すものがあるのに、権利は「生じない」になっています。確かめてください。')]
  }
  return []
}

function period(terms: Terms): TermsFinding[] {
  const [from, to] = [readLegalDate(terms.periodFrom ?? ''), readLegalDate(terms.periodTo ?? '')]
  if (!from) return [error('period', 'はじめる日を書いてください。')]
  if (!to) return [error('period', '終わる日、または成果を渡す日を書いてください。')]
  if (to < from) return [error('period', '終わる日が、はじめる日より前になっています。')]
  return []
}

function where(terms: Terms): TermsFinding[] {
  const findings: TermsFinding[] = []
  if (terms.place.trim() === '') {
    findings.push(error('place', '仕事をする場所（在宅、訪問先の住所など）を書いてください。'))
  }
  if (terms.inspected && !readLegalDate(terms.inspectionOn ?? '') && !isDays(terms.inspectionDays)) {
    findings.push(error('inspection', '検査を終える日、または受け取ってから何日で終えるかを書いてください。'))
  }
  return findings
}

function isNoName(name: string): boolean {
  return name.trim() === '' || NO_NAME.test(name.trim())
}

function isDays(days: number | null): boolean {
  return days !== null && Number.isInteger(days) && days >= 0
}

function error(item: TermsFinding['item'], sentence: string): TermsFinding {
  return { item, severity: 'error', sentence }
}

function warning(item: TermsFinding['item'], sentence: string): TermsFinding {
  return { item, severity: 'warning', sentence }
}
