import type { ComponentChildren } from 'preact'
import { Frame } from '../frame.tsx'

/** A page in a plain frame, for tests and pictures; tokens count up so that each can be told apart. */
export function framed(children: ComponentChildren, changes: Partial<Frame> = {}) {
  let count = 0
  const frame: Frame = {
    path: '/',
    origin: 'https://meguri.example',
    phone: '0120-000-742',
    phoneHours: '平日 9時〜17時',
    largeText: false,
    furigana: false,
    assets: { css: '/main.css', js: '/main.js' },
    mode: 'demo',
    once: () => `token-${++count}`,
    ...changes,
  }
  return <Frame.Provider value={frame}>{children}</Frame.Provider>
}
