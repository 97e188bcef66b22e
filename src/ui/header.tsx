import { Brand } from './brand.tsx'
import { HiddenField } from './fields/hidden-field.tsx'
import { CONSULT, type NavLink, useFrame } from './frame.tsx'

/** Brand, 「文字を大きく」, and one menu; on a wide screen the main links stand beside it. */
export function Header() {
  const { nav = [], path, mode } = useFrame()
  return (
    <header class="site-header">
      {mode === 'demo' && <p class="demo">見本の画面です（実在の人や会社ではありません）</p>}
      <div class="site-header-row">
        <a class="brand" href="/" aria-label="めぐり 最初のページへ">
          <Brand />
        </a>
        {nav.length > 0 && (
          <nav class="site-nav" aria-label="おもなページ">
            <Links links={nav} path={path} />
          </nav>
        )}
        <div class="site-tools">
          <TextSize />
          <Menu />
        </div>
      </div>
    </header>
  )
}

/** Works as a plain form; the element saves the page load. */
function TextSize() {
  const { largeText, textSize = '/text-size', path } = useFrame()
  return (
    <text-size>
      <form method="post" action={textSize}>
        <HiddenField name="back" value={path} />
        <button class="tool" type="submit" name="size" value={largeText ? 'normal' : 'large'}>
          {largeText ? '文字をもどす' : '文字を大きく'}
        </button>
      </form>
    </text-size>
  )
}

function Menu() {
  const { nav = [], path, signedInAs, consult, signIn, signOut } = useFrame()
  const unread = signedInAs?.unread
  return (
    <details class="menu">
      <summary class="tool" aria-label={unread && `メニュー${unread}件の新しいお知らせ`}>
        メニュー
        {unread && <span class="unread">{unread}</span>}
      </summary>
      <nav class="menu-sheet" aria-label="メニュー">
        {signedInAs && (
          <div class="menu-group">
            <p class="menu-name">{signedInAs.name}さん</p>
            <Links links={signedInAs.homes} path={path} />
          </div>
        )}
        {nav.length > 0 && (
          <div class="menu-group">
            <Links links={nav} path={path} />
          </div>
        )}
        <Reading />
        <div class="menu-group">
          <Links links={[consult ?? CONSULT]} path={path} />
          {signedInAs ? (
            <form method="post" action={signOut?.href ?? '/sign-out'}>
              <button class="menu-link" type="submit">
                {signOut?.label ?? 'ログアウトする'}
              </button>
            </form>
          ) : (
            <Links links={[signIn ?? SIGN_IN]} path={path} />
          )}
        </div>
      </nav>
    </details>
  )
}

/** For whom kanji or small letters are hard: as a plain form; reading aloud is there where the browser can. */
function Reading() {
  const { furigana, path } = useFrame()
  return (
    <div class="menu-group">
      <form method="post" action="/furigana">
        <HiddenField name="back" value={path} />
        <button class="menu-link" type="submit" name="furigana" value={furigana ? 'off' : 'on'}>
          {furigana ? 'ふりがなを外す' : 'ふりがなをつける'}
        </button>
      </form>
      <read-aloud />
    </div>
  )
}

const SIGN_IN: NavLink = { href: '/sign-in', label: 'ログインする' }

function Links({ links, path }: { links: readonly NavLink[]; path: string }) {
  const here = path.split('?')[0]
  return (
    <ul class="menu-links">
      {links.map((link) => (
        <li key={link.href}>
          <a class="menu-link" href={link.href} aria-current={link.href === here ? 'page' : undefined}>
            {link.label}
          </a>
        </li>
      ))}
    </ul>
  )
}
