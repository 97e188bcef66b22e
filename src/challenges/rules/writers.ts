import type { ChallengeNode } from '../schema.ts'

type Role = NonNullable<ChallengeNode['writtenAs']>

/** Somebody who works on a tree: in which role, and who; null: an owner who is not signed in. */
export type Writer = { readonly as: Role; readonly account: string | null }

/** What the people of the desk and of partners are called, by account: they work here in their office. */
export type Names = ReadonlyMap<string, { readonly family: string | null; readonly partner: string | null }>

/** What stands as the source of a line that a person added: who it was. */
export function sourceOf({ as, account }: Writer): string {
  return account === null ? as : `${as} ${account}`
}

/** Who added a line; null for one that the program made. */
export function authorOf({ source, phrase }: Pick<ChallengeNode, 'source' | 'phrase'>): Writer | null {
  const found = source === 'person' ? /^(owner|operator|partner)(?: (\S+))?$/.exec(phrase) : null
  return found && { as: found[1] as Role, account: found[2] ?? null }
}

/** Who answered a line last; null when nobody did, or it is not known. */
export function answererOf({ writtenAs, writtenBy }: Pick<ChallengeNode, 'writtenAs' | 'writtenBy'>): Writer | null {
  return writtenAs && { as: writtenAs, account: writtenBy }
}

/** Is it whoever looks? An owner without an account is the only one of that worry. */
export function isLooker({ as, account }: Writer, looker: Writer): boolean {
  return as === looker.as && (account === looker.account || (as === 'owner' && account === null))
}

/** 「あなた」「事務局の森さん」「出羽ひなた銀行の阿部さん」, as `looker` reads it. Whose worry it is stays without a name. */
export function writerInWords(writer: Writer, looker: Writer, names: Names): string {
  if (isLooker(writer, looker)) return 'あなた'
  const { as, account } = writer
  if (as === 'owner') return looker.as === 'owner' ? '会社の方' : 'ご相談の方'
  const known = account === null ? undefined : names.get(account)
  const office = as === 'operator' ? '事務局' : (known?.partner ?? '相談先')
  return known?.family ? `${office}の${known.family}さん` : `${office}の人`
}

/** The accounts whose names stand on a tree: never an owner's. */
export function namedOn(
  nodes: readonly Pick<ChallengeNode, 'source' | 'phrase' | 'writtenAs' | 'writtenBy'>[],
): string[] {
  const writers = nodes.flatMap((node) => [authorOf(node), answererOf(node)])
  return [...new Set(writers.flatMap((one) => (one && one.as !== 'owner' && one.account ? [one.account] : [])))]
}
