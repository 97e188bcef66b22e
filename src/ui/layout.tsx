import type { ComponentChildren } from 'preact'
import { Footer } from './footer.tsx'
import { useFrame } from './frame.tsx'
import { Header } from './header.tsx'
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
  description?: string
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

function Head({ title, failed, description }: LayoutProps) {
  const { assets } = useFrame()
  return (
    <head>
      <meta charset="utf-8" />
      <title>{`${failed ? '確かめてください：' : ''}${title}｜めぐり`}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="format-detection" content="telephone=no" />
      {description && <meta name="description" content={description} />}
      <link rel="stylesheet" href={assets.css} />
      <link rel="icon" href={assets.icon ?? '/favicon.svg'} type="image/svg+xml" />
      <script type="module" src={assets.js} />
    </head>
  )
}
