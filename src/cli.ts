import { appointCommand } from './cli/appoint.ts'
import { classifyCommand } from './cli/classify.ts'
import { demoCommand } from './cli/demo.ts'
import { jobCodesCommand } from './cli/job-codes.ts'
import { mayStopReading } from './cli/lines.ts'
import { lintCommand } from './cli/lint.ts'
import { marketCommand } from './cli/market.ts'
import { rankCommand } from './cli/rank.ts'
import { recountCommand } from './cli/recount.ts'
import { simulateCommand } from './cli/simulate.ts'
import { subsidiesCommand } from './cli/subsidies.ts'
import { run } from './server/program.ts'

/** One command of `meguri`: what stands after its name comes as `args`, the time from here and nowhere else. */
type Command = (args: readonly string[], now: Date) => Promise<void>

const COMMANDS: Readonly<Record<string, { does: string; command: Command }>> = {
  appoint: { does: '事務局や管理者の役目を渡します（メールアドレス operator）', command: appointCommand },
  classify: { does: '悩みの文（1行に {"id","text"}）を読み、ジョブコードを答えます', command: classifyCommand },
  demo: { does: '見本のデータを作ります（--people 人数、--seed 番号）', command: demoCommand },
  'job-codes': { does: 'ジョブコードのファイルに、直すところがないか確かめます（check）', command: jobCodesCommand },
  lint: { does: '案件（1行に {"id","title","work",…}）を読み、案件チェックの結果を答えます', command: lintCommand },
  market: {
    does: 'みんなの一覧を市場全体のために並べ、見込まれる成立の数を答えます（--method など）',
    command: marketCommand,
  },
  recount: {
    does: '公表した数と、提携先の年度・事業・催しの数を、ほかのやり方で数えなおして比べます',
    command: recountCommand,
  },
  simulate: {
    does: '人と案件が出会う日々を作りもので動かし、一覧の並べ方を比べます（--method、--runs など）',
    command: simulateCommand,
  },
  subsidies: {
    does: '補助の決まり（reference/subsidies）に、直すところがないか確かめます（check）',
    command: subsidiesCommand,
  },
  rank: {
    does: '人と案件のファイル（1行に {"id","text",…}）を読み、案件ごとに合う順に並べ、理由を答えます',
    command: rankCommand,
  },
  help: { does: 'この一覧を出します', command: help },
}

run(async () => {
  mayStopReading()
  const [name = 'help', ...args] = process.argv.slice(2)
  const known = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (known) return known.command(args, new Date())
  process.stderr.write(`「${name}」という指示はありません。\n`)
  await help()
  process.exitCode = 1
})

async function help() {
  const width = Math.max(...Object.keys(COMMANDS).map(({ length }) => length))
  const lines = Object.entries(COMMANDS).map(([name, { does }]) => `  meguri ${name.padEnd(width)}  ${does}`)
  process.stdout.write(['使えるもの:', ...lines, ''].join('\n'))
}
