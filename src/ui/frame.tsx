import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

export interface NavLink {
  href: string
  label: string
}

export interface Assisting {
  title: string
  lines: string[]
  home: NavLink
  /** What it posts to, to end it. */
  end?: NavLink
}

/** What every page of one request needs and no page should have to pass down by hand. */
export interface Frame {
  /** Path and query of this request: marks the current link and is where the text-size form comes back to. */
  path: string
  /** Where this instance stands for the world: `https://meguri.example`, without a slash at its end. */
  origin: string
  /** `unread`: how many notices wait, as it is shown. */
  signedInAs?: { name: string; homes: NavLink[]; unread?: string }
  phone: string
  phoneHours: string
  largeText: boolean
  /** Small kana over the kanji that are known. */
  furigana: boolean
  assets: { css: string; js: string; icon?: string }
  mode: 'demo' | 'real'
  /** The number to say on the telephone, such as 「案件 1042-7」. */
  reference?: string
  /** Somebody works for a company: above every page to whoever does, and to the company's people on its pages. */
  assisting?: Assisting
  /** A fresh token for each form of the page, so that a double submit does one thing. */
  once(): string
  nav?: NavLink[]
  /** Links that stand at the foot only, after those of `nav`. */
  more?: NavLink[]
  /** Where somebody asks to be called back. */
  consult?: NavLink
  signIn?: NavLink
  /** Where the sign-out form posts to. */
  signOut?: NavLink
  /** Where 「文字を大きく」 posts `size` (large or normal) and `back` to. */
  textSize?: string
}

/** Where somebody asks to be called back, unless the frame says otherwise. */
export const CONSULT: NavLink = { href: '/calls/new', label: '人に相談する' }

export const Frame = createContext<Frame | null>(null)

/** The frame of this request. Throws when a page is rendered outside `<Frame.Provider>`. */
export function useFrame(): Frame {
  const frame = useContext(Frame)
  if (!frame) throw new Error('A page was rendered outside <Frame.Provider>')
  return frame
}
