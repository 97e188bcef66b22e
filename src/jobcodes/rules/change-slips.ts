import { type Change, endsNumbers, type Version } from './changes.ts'
import type { Release } from './release.ts'

type Placed = { version: number; planned: boolean; change: Change; where: string }
type Known = {
  /** Live leaves, with name and middle. */
  leaves: ReadonlyMap<string, { name: string; group: string }>
  groups: ReadonlySet<string>
  majors: ReadonlySet<string>
  /** Since which version a number is no longer used. */
  ended: ReadonlyMap<string, number>
  /** In which version a number was first the target of a change. */
  begun: ReadonlyMap<string, number>
  /** How many changes that are not yet carried out begin with a number. */
  planned: ReadonlyMap<string, number>
}

/** What a history of the right shape gets wrong: in its own order, against itself and against the release. */
export function slipsOf(versions: readonly Version[], release: Release, inForce: number): string[] {
  const placed = versions.flatMap(({ version, changes }) =>
    changes.map((change, at) => ({
      ...{ version, planned: version > inForce, change },
      where: `第${version}版の${at + 1}つ目（${change.from.map(({ name }) => name).join('、')}）`,
    })),
  )
  const known = knownOf(release, placed)
  return [
    ...orderSlips(versions),
    ...placed.flatMap((one) =>
      [...shapeSlips(one), ...sourceSlips(one, known), ...targetSlips(one, known)].map(
        (text) => `${one.where}: ${text}`,
      ),
    ),
    ...twiceEnded(placed),
    ...unchanged(placed, known),
  ]
}

function knownOf(release: Release, placed: readonly Placed[]): Known {
  const middles = release.flatMap((major) => major.middles)
  const ended = new Map<string, number>()
  const begun = new Map<string, number>()
  const planned = new Map<string, number>()
  for (const one of placed) {
    const codes = one.change.from.map(({ code }) => code)
    if (one.planned) for (const code of codes) planned.set(code, (planned.get(code) ?? 0) + 1)
    if (!endsNumbers(one.change)) continue
    for (const code of codes) if (!ended.has(code)) ended.set(code, one.version)
    for (const code of one.change.to) if (!begun.has(code)) begun.set(code, one.version)
  }
  return {
    leaves: new Map(middles.flatMap(({ id: group, leaves }) => leaves.map(({ id, name }) => [id, { name, group }]))),
    groups: new Set(middles.map(({ id }) => id)),
    majors: new Set(release.map(({ id }) => id)),
    ...{ ended, begun, planned },
  }
}

function orderSlips(versions: readonly Version[]): string[] {
  return versions.flatMap(({ version, date }, at) => {
    const before = versions[at - 1]
    if (!before) return version === 1 ? [] : ['はじめの版は、第1版です']
    return [
      ...(version === before.version + 1 ? [] : [`第${before.version}版の次は、第${before.version + 1}版です`]),
      ...(date >= before.date ? [] : [`第${version}版の日付が、第${before.version}版より前です`]),
    ]
  })
}

/** How many a kind takes and gives, and what has to be written of them. */
function shapeSlips({ change: { kind, from, to } }: Placed): string[] {
  const slips: string[] = []
  const say = (wrong: boolean, words: string) => {
    if (wrong) slips.push(words)
  }
  const stays = kind === 'rename' || kind === 'move'
  say(kind !== 'merge' && kind !== 'retire' && from.length !== 1, `${kind} の from は1つです`)
  say(stays && (to.length !== 1 || to[0] !== from[0]!.code), `${kind} の to は、from と同じ番号1つです`)
  say(kind === 'merge' && to.length !== 1, 'merge の to は1つです')
  say(kind === 'split' && to.length < 2, 'split の to は2つ以上です')
  say(kind === 'retire' && to.length > 0, 'retire の to は [] です。行き先があるなら merge か split です')
  say(new Set(to).size !== to.length, 'to に同じ番号が2度あります')
  say(new Set(from.map(({ code }) => code)).size !== from.length, 'from に同じ番号が2度あります')
  say(!stays && from.some(({ code }) => to.includes(code)), '同じ番号が from と to の両方にあります')
  say(!stays && from.some(({ definition }) => !definition), '最後の定義（definition）が要ります')
  say(kind !== 'rename' && from.some(({ group }) => !group), 'いた中分類の番号（group）が要ります')
  return slips
}

function sourceSlips({ version, planned, change }: Placed, known: Known): string[] {
  return change.from.flatMap(({ code, name, group }) => {
    if (known.groups.has(code) || known.majors.has(code)) return [`${code} は小分類の番号ではありません`]
    const slips: string[] = []
    const live = known.leaves.get(code)
    const end = known.ended.get(code)
    const isThere = live !== undefined || (known.begun.get(code) ?? version) < version
    if (endsNumbers(change)) {
      if (!planned && live) slips.push(`${code} は、今の一覧にまだあります`)
      if (group && !known.groups.has(group)) slips.push(`group の ${group} は、今の中分類にありません`)
    } else if (end !== undefined && end <= version) slips.push(`${code} は、第${end}版でもう使わない番号です`)
    else if (!planned && end === undefined && !live) slips.push(`${code} は、今の一覧にありません`)
    if (planned && !isThere) slips.push(`${code} は、今の一覧にありません`)
    // As long as nothing else of the plan has changed it, it is called what it is called today.
    if (planned && live && live.name !== name && known.planned.get(code) === 1)
      slips.push(`${code} の今の名前は「${live.name}」です`)
    return slips
  })
}

/** A target has to be in use after the change: the version order then keeps any chain from coming back to its start. */
function targetSlips({ version, planned, change }: Placed, { leaves, groups, majors, ended }: Known): string[] {
  if (!endsNumbers(change)) return []
  return change.to.flatMap((code) => {
    if (groups.has(code) || majors.has(code)) return [`行き先の ${code} は小分類の番号ではありません`]
    const end = ended.get(code)
    if (end !== undefined && end <= version) return [`行き先の ${code} は、第${end}版でもう使わない番号です`]
    if (end === undefined && !planned && !leaves.has(code)) return [`行き先の ${code} は、今の一覧にありません`]
    return []
  })
}

function twiceEnded(placed: readonly Placed[]): string[] {
  const seen = new Map<string, string>()
  return placed
    .filter(({ change }) => endsNumbers(change))
    .flatMap(({ change, where }) =>
      change.from.flatMap(({ code }) => {
        const before = seen.get(code)
        seen.set(code, where)
        return before === undefined ? [] : [`${where}: ${code} は、${before}でもう使わなくなっています`]
      }),
    )
}

/** The last renaming or moving of a number that is still used must show in the list of today. */
function unchanged(placed: readonly Placed[], { leaves }: Known): string[] {
  const last = new Map<string, Placed>()
  for (const one of placed) {
    const { kind, from } = one.change
    if (!one.planned && (kind === 'rename' || kind === 'move')) last.set(`${kind}${from[0]!.code}`, one)
  }
  return [...last.values()].flatMap(({ change, where }) => {
    const [before] = change.from
    const now = leaves.get(before!.code)
    if (change.kind === 'rename' && now?.name === before!.name) return [`${where}: 今の一覧でも、同じ名前のままです`]
    if (change.kind === 'move' && now?.group === before!.group) return [`${where}: 今の一覧でも、同じ中分類のままです`]
    return []
  })
}
