import { type Employer, namesEmployer } from './employer.ts'
import type { Answers, OwnTalent } from './profile.ts'

const SENTENCE =
  '勤め先の名前が入っています。だれの話か分かってしまうので、「化学メーカー」のように言いかえてください。'

/** The answers that name the employer, with what to do about it. */
export function leaksIn(answers: Answers, employer: Employer | undefined): Record<string, string> {
  if (!employer) return {}
  const texts = Object.entries(answers).filter(
    (entry): entry is [string, string] => isFree(entry[0]) && typeof entry[1] === 'string',
  )
  return Object.fromEntries(texts.filter(([, text]) => namesEmployer(text, employer)).map(([name]) => [name, SENTENCE]))
}

/** Those answers that do not name the employer. */
export function withoutLeaks(answers: Answers, employer: Employer | undefined): Answers {
  const leaks = leaksIn(answers, employer)
  return Object.fromEntries(Object.entries(answers).filter(([name]) => !(name in leaks))) as Answers
}

/** The screen where a stored text names the employer; null when none does. */
export function leakOf(talent: OwnTalent, employer: Employer | undefined): { href: string; label: string } | null {
  if (!employer) return null
  if ([talent.headline, talent.about].some((text) => namesEmployer(text, employer))) {
    return { href: '/me/profile/work', label: 'してきたことを直す' }
  }
  const code = talent.codes.find(({ evidence }) => namesEmployer(evidence, employer))
  return code ? { href: `/me/profile/codes/${code.code}`, label: 'やったことの文を直す' } : null
}

function isFree(name: string): boolean {
  return name === 'about' || name === 'headline' || name.startsWith('evidence-')
}
