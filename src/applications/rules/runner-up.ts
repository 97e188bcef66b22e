/** Days for which companies nearby may see the card. */
export const SHARED_DAYS = 90
/** So many of them stand on a project's list. */
export const RUNNERS_UP = 3

/** What they see: the card without a name, and that a company nearby chose somebody else. The consent names exactly these. */
export const SHARED_FIELDS = ['headline', 'codes', 'prefecture', 'hours', 'fee', 'runner-up'] as const
export const SHARED_IN_WORDS = 'ひとことの紹介、できる仕事、住まいの都道府県、時間と報酬の目安'
