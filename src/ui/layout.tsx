import type { ComponentChildren } from 'preact'
import { Elsewhere } from './elsewhere.tsx'
import { Footer } from './footer.tsx'
import { PostButton } from './form.tsx'
import { useFrame } from './frame.tsx'
import { Header } from './header.tsx'
import { Notice } from './notice.tsx'
import { PageHead, type PageHeadProps } from './page-head.tsx'

export interface LayoutProps extends Omit<PageHeadProps, 'children'> {
  /** Title of the window and the only h1. */
  title: string
  children: ComponentChildren
  /** text: reading and forms. page: lists. wide: tables, maps. */
  width?: 'text' | 'page' | 'wide'
  /** Takes the place of the usual head; must hold the h1. */
  head?: ComponentChildren
  /** Under the h1. */
  headMore?: ComponentChildren
  /** A form came back with errors: said first in the title of the window. */
  failed?: boolean
  /** What the page is about, for whoever finds it elsewhere; only then a picture stands beside a link to it. */
  description?: string
  /** Address of that picture, where it is not the one of the whole site. */
  picture?: string
  /** Where this page stands, when it is shown at another address too. */
  address?: string
  /** Newer ones of what this page lists, for programs: addresses without their end. */
  feed?: { address: string; title: string }
  /** The same facts for machines (schema.org). */
  facts?: object
}

/** The whole HTML document around a page. */
export function Layout(props: LayoutProps) {
  const frame = useFrame()
  return (
    <html lang="ja" data-text={frame.largeText ? 'large' : undefined}>
      <Head {...props} />
      <body>
        <a class="skip" href="#main">
          本文へ進む
        </a>
        <Header />
        <main id="main" tabIndex={-1} data-width={props.width ?? 'text'}>
          <AssistingNotice />
          {props.head ?? (
            <PageHead {...props} reference={props.reference ?? frame.reference}>
              {props.headMore}
            </PageHead>
          )}
          {props.children}
        </main>
        <Footer />
      </body>
    </html>
  )
}

/** While somebody works for a company, every page says for whom, and how it ends. */
function AssistingNotice() {
  const { assisting } = useFrame()
  if (!assisting) return null
  const { title, lines, home, end } = assisting
  const action = (
    <>
      <a href={home.href}>{home.label}</a>
      {end && <PostButton action={end.href}>{end.label}</PostButton>}
    </>
  )
  return (
    <aside aria-label="代行入力">
      <Notice kind="warning" title={title} action={action}>
        {lines.join('')}
      </Notice>
    </aside>
  )
}

function Head(props: LayoutProps) {
  const { assets } = useFrame()
  const title = `${props.failed ? '確かめてください：' : ''}${props.title}｜めぐり`
  return (
    <head>
      <meta charset="utf-8" />
      <title>{title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="format-detection" content="telephone=no" />
      {props.description && <Elsewhere {...props} title={title} description={props.description} />}
      <link rel="stylesheet" href={assets.css} />
      <link rel="icon" href={assets.icon ?? '/favicon.svg'} type="image/svg+xml" />
      <script type="module" src={assets.js} />
    </head>
  )
}
