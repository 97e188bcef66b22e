import type { Power } from '../db.ts'

export type Role = 'owner' | 'member' | 'viewer'

/** What a member of a company may have been given to do: publish projects, read and choose applicants, agree to contracts. */
export const TASKS = ['post', 'choose', 'sign'] as const
export type Task = (typeof TASKS)[number]

/** What somebody of another house may do for a company: each includes those before it. */
export const SCOPES = ['look', 'draft', 'submit'] as const
export type Scope = (typeof SCOPES)[number]

/** Who may call a handler. Data, so that the matrix test and the docs are made from it. */
export type Guard =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'signed-in' }
  /** A member of the organisation named in the path; anybody else, and who lends for a bank, sees what is not there. */
  | {
      readonly kind: 'member'
      readonly param: string
      readonly roles: readonly Role[]
      readonly lending?: true
      /** Of members only those who were given one of these. */
      readonly tasks?: readonly Task[]
      /** The least that whoever works for the company in an assisted session must have been given; without it they are not let in. */
      readonly assisted?: Scope
    }
  | { readonly kind: 'staff'; readonly powers: readonly Power[] }
  /** Only in demo mode; elsewhere the address does not exist. */
  | { readonly kind: 'demo' }

export const anyone: Guard = { kind: 'anyone' }
export const signedIn: Guard = { kind: 'signed-in' }
export const demoOnly: Guard = { kind: 'demo' }
export const operator: Guard = { kind: 'staff', powers: ['operator', 'administrator'] }
export const administrator: Guard = { kind: 'staff', powers: ['administrator'] }

const WORKING: readonly Role[] = ['owner', 'member']

/** Members of the organisation whose id stands at `:param`. Viewers read only: pass `roles` to let them in. */
export function member(param: string, roles: readonly Role[] = WORKING): Guard {
  return { kind: 'member', param, roles }
}

/** As `member`, viewers included: for pages that change nothing. */
export function reader(param: string): Guard {
  return member(param, [...WORKING, 'viewer'])
}

/** Owners of a company, and members who were given one of these tasks. */
export function tasked(...tasks: readonly Task[]): Guard {
  return { kind: 'member', param: 'companyId', roles: WORKING, tasks }
}

const OF_PEOPLE: readonly Task[] = ['choose', 'sign']

/** As `reader`, but of members only those who choose among people or agree with them. */
export const readerOfApplicants: Guard = {
  ...{ kind: 'member', param: 'companyId', roles: [...WORKING, 'viewer'] },
  tasks: OF_PEOPLE,
}

type Given = { readonly role: Role | null; readonly tasks: readonly Task[] }

/** Whoever is a member, no more and no less, needs one of these. */
export function isGiven({ role, tasks }: Given, asked: readonly Task[]): boolean {
  return role !== 'member' || asked.some((task) => tasks.includes(task))
}

/** Whether somebody whom a guard let in may do what one of these tasks lets a member do. */
export function mayDo(who: Given, ...tasks: Task[]): boolean {
  return who.role !== 'viewer' && isGiven(who, tasks)
}

/** Whom `readerOfApplicants` lets in. */
export function seesPeople(who: Given): boolean {
  return isGiven(who, OF_PEOPLE)
}

/** As `reader`, for pages that even the lending side of a bank may open: they name no company. */
export function readerOfCounts(param: string): Guard {
  return { kind: 'member', param, roles: [...WORKING, 'viewer'], lending: true }
}

/** As the guard says, and whoever works for the company in an assisted session with at least this scope. */
export function orAssisted(guard: Guard, scope: Scope): Guard {
  if (guard.kind !== 'member' || guard.param !== 'companyId') throw new Error('Only a company can be assisted')
  return { ...guard, assisted: scope }
}

/** Only whoever works for the company in an assisted session: its own people have an address of their own for the same thing. */
export function assistant(scope: Scope): Guard {
  return orAssisted(member('companyId', []), scope)
}

export function includes(given: Scope, asked: Scope): boolean {
  return SCOPES.indexOf(given) >= SCOPES.indexOf(asked)
}
