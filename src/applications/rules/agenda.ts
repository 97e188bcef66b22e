import { jobCodes } from '../../jobcodes/rules/standard.ts'

const WORKS = 3
const QUESTIONS = 3

/** What whoever does each work will want to know of the company, from the job codes: both come prepared. */
export function questionsAbout(codes: readonly string[]): { name: string; questions: readonly string[] }[] {
  return codes.slice(0, WORKS).flatMap((code) => {
    const leaf = jobCodes().leaf(code)
    return leaf && leaf.questions.length > 0 ? [{ name: leaf.name, questions: leaf.questions.slice(0, QUESTIONS) }] : []
  })
}

/** What nobody asks: it says nothing of the work, and the law protects it. */
export const NOT_ASKED = '年齢、家族、健康、生まれた所、信じるもの、本業の会社の秘密'
