import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { castWords } from '../accounts/rules.ts'
import type { Call, PageOptions } from '../lib/web/call.ts'
import { countInWords } from '../notices/rules/shown.ts'
import { type Assisting, Frame } from '../ui/frame.tsx'
import { furiganaOver } from './furigana.ts'

export type Assets = { css: string; js: string; icon?: string }
/** `unread`: notices that wait. */
type Shown = PageOptions & { readonly unread: number; readonly assisting?: Assisting | undefined }

/** A page with the frame of its request, as the HTML that goes out. */
export function renderPage(call: Call, page: VNode, options: Shown, assets: Assets): string {
  const html = renderToString(<Frame.Provider value={frameOf(call, options, assets)}>{page}</Frame.Provider>)
  return `<!doctype html>${call.cookie('furigana') === 'on' ? furiganaOver(html) : html}`
}

function frameOf(call: Call, options: Shown, assets: Assets): Frame {
  const { config, newId } = call.deps
  const url = new URL(call.c.req.url)
  const account = call.who.account
  return {
    path: url.pathname + url.search,
    origin: config.publicUrl,
    ...(account && {
      signedInAs: {
        name: castWords(account.name).name || account.email,
        ...(options.unread > 0 && { unread: countInWords(options.unread) }),
        homes: [
          { href: '/home', label: '自分のページ' },
          {
            href: '/me/notices',
            label: options.unread > 0 ? `お知らせ（新しい${countInWords(options.unread)}件）` : 'お知らせ',
          },
          { href: '/me/passkeys', label: '入り方' },
        ],
      },
    }),
    phone: config.supportPhone,
    phoneHours: config.supportHours,
    largeText: call.cookie('text') === 'large',
    furigana: call.cookie('furigana') === 'on',
    assets,
    mode: config.mode,
    ...(options.assisting && { assisting: options.assisting }),
    ...(options.reference && { reference: options.reference }),
    once: newId,
    nav: [
      { href: '/projects', label: '案件をさがす' },
      { href: '/cases', label: '事例' },
      { href: '/insights', label: 'めぐりのようす' },
    ],
    more: [
      { href: '/about', label: 'めぐりとは' },
      { href: '/circulation', label: 'めぐりの道すじ' },
      { href: '/about/ranking', label: 'おすすめの仕組み' },
      { href: '/regions', label: '地域から見る' },
      { href: '/events', label: '催し' },
      { href: '/job-codes', label: 'ジョブコード' },
      { href: '/about/words', label: 'ことばの説明' },
      { href: '/about/partners', label: '自治体・金融機関の方へ' },
      { href: '/about#personal', label: '個人情報について' },
      ...(config.mode === 'demo' ? [{ href: '/demo', label: '見本の人になって試す' }] : []),
    ],
    consult: { href: `/calls/new?from=${encodeURIComponent(url.pathname)}`, label: '人に相談する' },
    signIn: { href: `/sign-in?next=${encodeURIComponent(account ? '/' : url.pathname)}`, label: 'めぐりに入る' },
    signOut: { href: '/sign-out', label: 'めぐりから出る' },
    textSize: '/text-size',
  }
}
