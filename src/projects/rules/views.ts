/** Told from here on, and in whole tens: nobody tells a single look from it. */
const LEAST = 10

const PROGRAMS = /bot\b|bot\/|crawl|spider|preview|facebookexternalhit|slurp|headlesschrome/i

/** How often a posting was opened, as it is told of `page`; null where that is too little to say. */
export function openedInWords(views: number, page = 'このページ'): string | null {
  return views < LEAST ? null : `${page}は、${Math.floor(views / LEAST) * LEAST}回以上開かれています。`
}

/** Whether a page is looked at by a person: not fetched ahead of being asked for, nor by a program that says so. */
export function isLookedAt(header: (name: string) => string | undefined): boolean {
  const ahead = `${header('sec-purpose') ?? ''} ${header('purpose') ?? ''}`
  const program = header('user-agent')
  return !/prefetch|prerender/.test(ahead) && program !== undefined && !PROGRAMS.test(program)
}
