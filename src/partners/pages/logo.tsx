import type { LogoMark } from '../rules/logo.ts'

/** Beside the name of its partner, which says the same in words. */
export function Logo({ mark }: { mark: LogoMark | null }) {
  return mark && <img class="logo" {...mark} alt="" />
}
