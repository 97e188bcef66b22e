import { parseArgs } from 'node:util'
import { MAX_K } from '../engine/engine.ts'
import { StartError } from '../lib/start-error.ts'
import { today } from '../lib/time.ts'
import { personShape } from '../matching/rules/given/person.ts'
import { projectShape } from '../matching/rules/given/project.ts'
import { rankingOf } from '../matching/rules/given/ranking.ts'
import { BAD_INPUT } from './bad-input.ts'
import { readJsonLines } from './json-lines.ts'
import { print } from './lines.ts'
import { wholeNumber } from './options.ts'

const DEFAULT_K = 10

const USAGE = `使い方: meguri rank --people 人.jsonl --projects 案件.jsonl [--k ${DEFAULT_K}]

案件ごとに、合いそうな人を合う順に1行の JSON で答えます。サーバーもデータベースもいりません。
  人    {"id","text","prefecture","ties":["山形県"],"hours":20,"pay":3000,"remoteOnly":false,"codes":["10035"]}
  案件  {"id","title","text","prefecture","hours":10,"pay":3500,"remote":true,"codes":["手作業・工芸の原価管理"]}
  答え  {"id","ranking":[{"id","score","points":{…},"reasons":[…],"doubt"}]}
1行に一つ、UTF-8 で書きます。id と text のほかは、なくてもかまいません。ほかの項目（名前、年齢など）は読みません。
hours は月の時間、pay は1時間の円です。codes（番号か名前。人は6個、案件は4個まで）がなければ、text から読みとります。
ties（4個まで）は、土地の名前か {"place":"山形県新庄市","kind":"born","year":2020} です。
--k は、1行に並べる人の数です（1から${MAX_K}まで）。`

/** Ranks the people of a file for each project of another; needs no database. */
export async function rankCommand(args: readonly string[], now: Date): Promise<void> {
  await print(rankingLines(args, now))
}

/** What `meguri rank` prints. Nothing comes before both files were read to their ends and found in order. */
export async function* rankingLines(args: readonly string[], now: Date): AsyncGenerator<string> {
  const options = read(args)
  if (options === null) {
    yield USAGE
    return
  }
  const people = await readJsonLines(options.people, personShape)
  const projects = await readJsonLines(options.projects, projectShape)
  if (projects.length === 0) return
  const rank = rankingOf(people, Number(today(now).slice(0, 4)), options.k)
  for (const project of projects) yield JSON.stringify(rank(project))
}

function read(args: readonly string[]): { people: string; projects: string; k: number } | null {
  const { people, projects, k = String(DEFAULT_K), help } = parsed(args)
  if (help) return null
  if (people === undefined || projects === undefined) throw new StartError(USAGE, BAD_INPUT)
  return { people, projects, k: wholeNumber('k', k, 1, MAX_K) }
}

function parsed(args: readonly string[]) {
  const [word, flag] = [{ type: 'string' }, { type: 'boolean', short: 'h' }] as const
  try {
    return parseArgs({ args: [...args], options: { people: word, projects: word, k: word, help: flag } }).values
  } catch {
    throw new StartError(USAGE, BAD_INPUT)
  }
}
