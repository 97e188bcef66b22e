/**
 * <live-thread data-events="…?seen=…" data-page="…" data-theirs="2">: what the other side writes appears without a reload. The
 * server says only that something changed; the lines are taken from the page itself, so that they are the same with and without
 * scripts. Whatever is being typed stands outside and is not touched.
 */
export class LiveThread extends HTMLElement {
  private source: EventSource | null = null

  connectedCallback() {
    if (!this.dataset.events || !('EventSource' in window)) return
    // A page that nobody looks at listens to nothing: browsers keep few lines open to one place.
    document.addEventListener('visibilitychange', this.listen)
    window.addEventListener('pagehide', this.close)
    window.addEventListener('pageshow', this.listen)
    this.listen()
  }

  disconnectedCallback() {
    document.removeEventListener('visibilitychange', this.listen)
    window.removeEventListener('pagehide', this.close)
    window.removeEventListener('pageshow', this.listen)
    this.close()
  }

  private listen = () => {
    if (document.hidden) return this.close()
    if (this.source && this.source.readyState !== EventSource.CLOSED) return
    this.source = new EventSource(this.dataset.events!)
    this.source.addEventListener('changed', () => {
      this.renew().catch(() => {})
    })
  }

  private close = () => {
    this.source?.close()
    this.source = null
  }

  private async renew() {
    const answer = await fetch(this.dataset.page!)
    if (!answer.ok) return
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const fresh = page.querySelector<HTMLElement>('live-thread')
    if (!fresh) return
    const arrived = Number(fresh.dataset.theirs) - Number(this.dataset.theirs)
    this.dataset.theirs = fresh.dataset.theirs
    if (fresh.dataset.events) this.dataset.events = fresh.dataset.events
    renewList(this, fresh)
    renewPart(this, fresh, '[data-after]')
    const status = this.querySelector('[data-thread-status]')
    if (status && arrived > 0) status.textContent = '新しいメッセージが届きました'
  }
}

/** Lines that changed (they were read) change, new ones come behind; a picture that is there is not fetched again. */
function renewList(thread: HTMLElement, fresh: HTMLElement) {
  const [old, now] = [thread.querySelector('[data-lines] > ul'), fresh.querySelector('[data-lines] > ul')]
  if (!old || !now) return renewPart(thread, fresh, '[data-lines]')
  const lines = [...old.children]
  for (const [at, line] of [...now.children].entries()) {
    const before = lines[at]
    if (!before) old.append(line)
    else if (before.innerHTML !== line.innerHTML && !before.contains(document.activeElement)) before.replaceWith(line)
  }
}

function renewPart(thread: HTMLElement, fresh: HTMLElement, name: string) {
  const [old, now] = [thread.querySelector(name), fresh.querySelector(name)]
  if (old && now && !old.contains(document.activeElement)) old.replaceWith(now)
}
