const CODES = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6']
const INDUSTRIES = ['i1', 'i2', 'i3']
const TIES = [1, 2, 3, 4]

export const COLUMNS = [
  ...['id', 'live', 'codes', ...CODES, ...CODES.map((code) => `skill_${code}`), ...INDUSTRIES],
  ...[...TIES.map((at) => `place${at}`), ...TIES.map((at) => `tie${at}`), 'hours', 'fee', 'times', 'motives'],
  ...['prefecture', 'visits', 'record', 'answer', 'price', 'txt'],
]

const TYPES: Record<string, string> = {
  id: 'int primary key',
  codes: 'int[]',
  fee: 'int',
  motives: 'int',
  txt: 'smallint[]',
}
const typeOf = (column: string) => TYPES[column] ?? (/^(c\d|place)/.test(column) ? 'int' : 'smallint')

export const TABLE = `create table people (${COLUMNS.map((column) => `${column} ${typeOf(column)}`).join(', ')})`
export const COPY = (file: string) => `copy people (${COLUMNS.join()}) from '${file}'`
export const UPSERT = `insert into people (${COLUMNS.join()}) values (${COLUMNS.map((_, at) => `$${at + 1}`).join()})
on conflict (id) do update set ${COLUMNS.slice(1)
  .map((column) => `${column} = excluded.${column}`)
  .join()}`

/** Parameters of BEST by name, in order. Arrays begin at 1, so what has the number n stands at n + 1. */
const NAMES = [
  ...['leaves', 'rungs', 'aims', 'levelBins', 'code', 'level', 'industryBin', 'industry', 'place', 'near', 'tieBins'],
  ...['tie', 'hours', 'offered', 'fee', 'work', 'bars', 'times', 'motives', 'notSaid', 'common', 'record', 'answer'],
  ...['own', 'vector', 'text', 'textLeast', 'textMost', 'k'],
]
const SINGLE = new Set(['place', 'offered', 'times', 'motives', 'notSaid', 'own', 'textLeast', 'textMost', 'k'])

/** `{name}` → its parameter. */
function named(text: string): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const at = NAMES.indexOf(name) + 1
    if (at === 0) throw new Error(`no parameter ${name}`)
    return `($${at}::${name === 'bars' ? 'bool' : SINGLE.has(name) ? 'int' : 'int[]'})`
  })
}

const rung = CODES.map((code) => `{rungs}[${code} + 1]`).join(' | ')
const aim = CODES.map(
  (code) =>
    `case when {rungs}[${code} + 1] = 0 then 0 else ({aims}[${code} + 1] & 240) | {levelBins}[((({aims}[${code} + 1] & 3) << 7) | skill_${code}) + 1] end`,
).join(', ')
const industry = INDUSTRIES.map((one) => `{industryBin}[${one} + 1]`).join(', ')
const tie = TIES.map(
  (at) =>
    `case when place${at} = 0 then 0 else {tieBins}[((case when place${at} = {place} then 3 else {near}[place${at} / 1000 + 1] end << 5) | tie${at}) + 1] end`,
).join(', ')
const feeBin = `case when {offered} = 65535 or fee = 65535 then 0 when fee = 0 then 15 else greatest(1, least(15, {offered} * 10 / fee)) end`
const motive = `case when motives = 0 then {notSaid} else {common}[bit_count((motives & {motives})::bit(16))::int + 1] end`

/**
 * The best k with all factors. Texts are compared only where they can still decide: the k-th score with the least that a text
 * brings is a floor.
 */
export const BEST = named(`
with found as materialized (
  select id, txt, {own} + {code}[(${rung}) + 1] + {level}[greatest(${aim}) + 1] + {hours}[hours + 1] + {fee}[${feeBin} + 1]
    + {work}[prefecture * 5 + visits + 1] + ${motive} + {record}[record + 1] + {answer}[answer + 1] - price
    + {industry}[greatest(${industry}) + 1] + {tie}[greatest(${tie}) + 1] as score
  from people
  where codes && {leaves} and live = 1 and hours > 0 and (times = 0 or (times & {times}) <> 0)
    and not ({bars} and visits = 0)
), floored as (
  select coalesce((select score + {textLeast} from found order by score desc offset {k} - 1 limit 1), -2000000000) as floor
)
select id, score + {text}[case when txt is null or {vector} is null then 1
    else 2 + greatest(0, least(14, (select sum(a * b) from unnest(txt, {vector}) as t(a, b)) >> 10))::int end] as total
from found, floored
where score + {textMost} >= floor
order by total desc, id
limit {k}`)
