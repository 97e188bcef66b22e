/**
 * The mark: two paths that hand over to each other, the town and the region, each led by a person. Drawn on 32 × 32 so
 * that both heads stay apart at 16 px.
 */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
      <path class="mark-region" d="M5 17.5A11 11 0 0 0 24.5 23" />
      <circle class="mark-region-head" cx="24.6" cy="22.6" r="4.1" />
      <path class="mark-town" d="M27 14.5A11 11 0 0 0 7.5 9" />
      <circle class="mark-town-head" cx="7.4" cy="9.4" r="4.1" />
    </svg>
  )
}

/** The mark and the name in our own lettering: one even line, round like the mark. */
export function Brand() {
  return (
    <span class="brand-row">
      <Mark />
      <svg class="lettering" viewBox="0 0 300 100" role="img" aria-label="めぐり">
        <path d="M24 24C27 48 33 64 46 80" />
        <path d="M62 14C60 44 46 76 28 81C14 84 8 70 16 56C26 38 58 28 76 42C94 56 84 82 58 87" />
        <path d="M160 14L122 46Q117 50 122 54L162 88" />
        <path d="M172 30L178 42M186 23L192 35" />
        <path d="M224 16C218 34 217 48 222 60C225 50 230 42 238 38" />
        <path d="M262 14C270 44 268 72 240 88" />
      </svg>
    </span>
  )
}
