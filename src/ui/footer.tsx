import { Brand } from './brand.tsx'
import { ButtonLink } from './button.tsx'
import { CONSULT, useFrame } from './frame.tsx'

/** A person to talk to, on every page: number, hours, and what to say first. */
export function Footer() {
  const { phone, phoneHours, reference, consult = CONSULT, nav = [], more = [] } = useFrame()
  const links = [...nav, ...more]
  return (
    <footer class="site-footer">
      <section class="consult" aria-labelledby="consult-title">
        <h2 id="consult-title">困ったら、人に聞けます</h2>
        {phone && (
          <p class="consult-phone">
            <a href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>{phone}</a>
            <span class="consult-hours">{phoneHours}</span>
          </p>
        )}
        {phone && reference && (
          <p>
            「<strong>{reference}</strong>のことで」とお話しください。
          </p>
        )}
        <ButtonLink kind="quiet" href={consult.href}>
          {consult.label}
        </ButtonLink>
      </section>
      <div class="site-footer-row">
        <a class="brand" href="/" aria-label="めぐり 最初のページへ">
          <Brand />
        </a>
        {links.length > 0 && (
          <nav aria-label="ページの案内">
            <ul class="footer-links">
              {links.map((link) => (
                <li key={link.href}>
                  <a href={link.href}>{link.label}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
    </footer>
  )
}
