/** Fewer texts say too little of how texts differ: then they are compared by the work alone. */
export const ENOUGH = 300
/** A space is learned anew when there are so many times as many texts as then. */
const GROWN = 1.2
/** Less one night may be earlier than another. */
const WEEK = 6.5 * 86_400_000
/** Texts a space is learned on at most; more bring nothing new. */
export const SAMPLED = 20_000

type Learned = { readonly texts: number; readonly learnedAt: Date; readonly meaning: string }

/**
 * Is a space to be learned now? The first when there are enough texts, another when they grew by a fifth, at most once a week;
 * and where the last one no longer means what rows mean.
 */
export function isSpaceDue(
  last: Learned | undefined,
  texts: number,
  meaning: string,
  now: Date,
  enough = ENOUGH,
): boolean {
  if (texts < enough) return false
  if (last === undefined || last.meaning !== meaning) return true
  return texts >= last.texts * GROWN && now.getTime() - last.learnedAt.getTime() >= WEEK
}
