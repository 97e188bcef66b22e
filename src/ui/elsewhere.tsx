import { useFrame } from './frame.tsx'

export interface ElsewhereProps {
  title: string
  description: string
  picture?: string
  address?: string
  feed?: { address: string; title: string }
  facts?: object
}

/** What a page says of itself in other places: beside a link (Open Graph), in a reader of feeds, to a search engine. */
export function Elsewhere({ title, description, picture = '/picture.png', address, feed, facts }: ElsewhereProps) {
  const { origin, path } = useFrame()
  return (
    <>
      <meta name="description" content={description} />
      <meta property="og:site_name" content="めぐり" />
      <meta property="og:locale" content="ja_JP" />
      <meta property="og:type" content="website" />
      <meta property="og:url" content={origin + (address ?? path)} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:image" content={origin + picture} />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta name="twitter:card" content="summary_large_image" />
      {address && <link rel="canonical" href={origin + address} />}
      {feed && (
        <>
          <link rel="alternate" type="application/atom+xml" title={feed.title} href={withEnd(feed.address, '.atom')} />
          <link
            rel="alternate"
            type="application/feed+json"
            title={feed.title}
            href={withEnd(feed.address, '.feed.json')}
          />
        </>
      )}
      {facts && (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: a script is not read as HTML, so its text may not be escaped as such
        <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: harmless(facts) }} />
      )}
    </>
  )
}

/** /projects?code=1 → /projects.atom?code=1 */
export function withEnd(address: string, end: string): string {
  const [path, query] = address.split('?')
  return path + end + (query ? `?${query}` : '')
}

/** JSON inside of a script: no sign in it may end the script. */
function harmless(facts: object): string {
  return JSON.stringify(facts).replaceAll('<', '\\u003c')
}
