/** Buttons that only scripts can serve are made by scripts: without them there is no dead button. */
abstract class HandyButton extends HTMLElement {
  abstract press(button: HTMLButtonElement): void

  connectedCallback() {
    if (this.firstElementChild) return
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'button'
    button.dataset.kind = 'quiet'
    button.textContent = this.dataset.label ?? ''
    button.addEventListener('click', () => this.press(button))
    this.append(button)
  }
}

export class PrintButton extends HandyButton {
  press() {
    window.print()
  }
}

export class CopyButton extends HandyButton {
  async press(button: HTMLButtonElement) {
    await navigator.clipboard.writeText(this.dataset.text ?? '')
    button.textContent = 'コピーしました'
    setTimeout(() => {
      button.textContent = this.dataset.label ?? ''
    }, 3000)
  }
}
