import { graphemeCount } from '../../text/truncate.ts'

const CONCRETE_LENGTH = 12
const FIGURE =
  /[\d０-９〇一二三四五六七八九十百千万]+\s*(人|名|社|件|年|か月|ヶ月|カ月|品|本|か所|ヶ所|店|割|％|%|円|倍|回|工程|台|校|床|棟|点|県|軒|種|枚|億|万)/

/**
 * How well a line shows what somebody can do, as the engine wants it: 0 nothing is said, 1 it is described, 2 it is shown
 * (long enough and with a figure: how many, how long, how much), 3 a company confirmed work of this kind.
 */
export function evidenceStrength(line: string, confirmed: boolean): 0 | 1 | 2 | 3 {
  if (confirmed) return 3
  const text = line.trim()
  if (text === '') return 0
  return FIGURE.test(text) && graphemeCount(text) >= CONCRETE_LENGTH ? 2 : 1
}

const YEARS = [1, 3, 5, 10, 20, 30]

/** Years as the engine wants them: 0 not said, then < 1, < 3, < 5, < 10, < 20, < 30, more. */
export function yearsBin(years: number): number {
  return years === 0 ? 0 : 1 + YEARS.filter((edge) => years >= edge).length
}
