/** A form that was sent is not sent again until the page is left or comes back. The server still has the last word. */
export function guardDoubleSubmit(root: Document) {
  root.addEventListener('submit', (event) => {
    const form = event.target
    if (event.defaultPrevented || !(form instanceof HTMLFormElement) || !('once' in form.dataset)) return
    if (form.dataset.sent) {
      event.preventDefault()
      return
    }
    form.dataset.sent = 'yes'
    // After this turn: a disabled button would not post its name and value.
    setTimeout(() => {
      for (const button of buttonsOf(form)) button.disabled = true
    })
  })
  window.addEventListener('pageshow', (event) => {
    if (!event.persisted) return
    for (const form of root.querySelectorAll<HTMLFormElement>('form[data-sent]')) {
      delete form.dataset.sent
      for (const button of buttonsOf(form)) button.disabled = false
    }
  })
}

function buttonsOf(form: HTMLFormElement): HTMLButtonElement[] {
  return [...form.elements].filter((control) => control instanceof HTMLButtonElement)
}
