/** 「文字を大きく」 at once; the form's own post is sent behind, so that the choice is remembered. */
export class TextSize extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form')
    form?.addEventListener('submit', (event) => {
      const button = form.querySelector('button')
      if (!button) return
      event.preventDefault()
      const size = button.value
      const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>)
      body.set('size', size)
      fetch(form.action, { method: 'POST', body, redirect: 'manual', keepalive: true }).catch(() => {})
      show(button, size === 'large')
    })
  }
}

function show(button: HTMLButtonElement, large: boolean) {
  if (large) document.documentElement.dataset.text = 'large'
  else delete document.documentElement.dataset.text
  button.value = large ? 'normal' : 'large'
  button.textContent = large ? '文字をもどす' : '文字を大きく'
}
