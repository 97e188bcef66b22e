import type { ComponentChildren } from 'preact'
import { Phrase } from './phrase.tsx'
import { Qr } from './qr.tsx'

export interface PrintSheetProps {
  title: string
  /** Names in the title: no line breaks within them. */
  names?: readonly string[]
  /** The way to go on elsewhere: the full address, and a short code to type when a camera does not help. */
  url?: string
  code?: string
  /** The short address at which the code is typed. */
  address?: string
  /** What to do with the picture and the code. */
  way?: string
  /** Until when the code works. */
  until?: ComponentChildren
  /** How much there is to read: more of it is printed smaller, to stay on one sheet. */
  letters?: number
  children: ComponentChildren
}

const WAY = 'スマートフォンのカメラをかざすか、つぎの番号を入れると、続きから書けます。'

/** Letters from which the print gets smaller, and smaller still. */
const MANY = [500, 1800] as const
const PRINTS = [undefined, 'small', 'smallest'] as const

/** An address that breaks only where its parts end: a long host stays on the sheet and can be copied by hand. */
function Breaking({ children }: { children: string }) {
  const parts = children.split(/(?<=[./])/)
  return (
    <strong>
      {parts.map((part, at) => (
        <>
          {at > 0 && <wbr />}
          {part}
        </>
      ))}
    </strong>
  )
}

/** One A4 sheet with what was written so far, and the way back to it where there is one. */
export function PrintSheet({
  title,
  names,
  url,
  code,
  address,
  way = WAY,
  until,
  letters = 0,
  children,
}: PrintSheetProps) {
  return (
    <section class="sheet" aria-label={title} data-print={PRINTS[MANY.filter((many) => letters > many).length]}>
      <div class="sheet-head">
        <h2>
          <Phrase names={names}>{title}</Phrase>
        </h2>
        <print-button class="sheet-print" data-label="この紙を印刷する" />
      </div>
      <div class="sheet-body">{children}</div>
      {url && (
        <div class="sheet-way">
          <Qr text={url} label="この画面を開くQRコード" />
          <div>
            <p>{way}</p>
            {code && <p class="sheet-code">{code.includes('/') ? <Breaking>{code}</Breaking> : code}</p>}
            {code && address && (
              <p>
                カメラが使えないときは、この番号を <Breaking>{address}</Breaking> に入れます。
              </p>
            )}
            {until && <p>{until}</p>}
          </div>
        </div>
      )}
    </section>
  )
}

/** Boxes to tick by hand: none is parted from its words. */
export function TickBoxes({ words }: { words: readonly string[] }) {
  return (
    <p>
      {words.map((one, at) => (
        <>
          {at > 0 && '　'}
          <span class="figure">{`□ ${one}`}</span>
        </>
      ))}
    </p>
  )
}
