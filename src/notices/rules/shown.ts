import type { NoticeRow } from '../schema.ts'

/** Subjects are neutral because they are read on lock screens; here the first line may say what it is. */
const NEUTRAL = 'めぐりからのお知らせ'
const PREFIX = /^めぐり(事務局)?：/

/** A notice as it is listed. */
export function shownAs({ subject, lines }: Pick<NoticeRow, 'subject' | 'lines'>): { title: string; lines: string[] } {
  const [first, ...others] = lines
  if (subject === NEUTRAL && first !== undefined) return { title: first, lines: others }
  return { title: subject.replace(PREFIX, ''), lines: [...lines] }
}
