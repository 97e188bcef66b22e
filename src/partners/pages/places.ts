/** Where somebody of a partner goes from its home page: a line for each, in the order of a day's work. */
export const PLACES: readonly {
  /** Under /partners/:partnerId. */
  readonly path: string
  readonly label: string
  /** What is found there, in one line. */
  readonly words: string
}[] = [{ path: 'worries', label: '頼まれた困りごと', words: '企業といっしょに見るもの' }]
