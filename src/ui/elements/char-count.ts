/** How many characters are left; waits until a Japanese word is converted. */
export class CharCount extends HTMLElement {
  connectedCallback() {
    const area = document.getElementById(this.dataset.for ?? '')
    if (!(area instanceof HTMLTextAreaElement)) return
    const max = Number(this.dataset.max)
    let composing = false
    const count = () => {
      if (composing) return
      const left = max - [...area.value].length
      this.textContent = left >= 0 ? `あと${left}文字（${max}文字まで）` : `${-left}文字多いです（${max}文字まで）`
      this.toggleAttribute('data-over', left < 0)
    }
    area.addEventListener('compositionstart', () => {
      composing = true
    })
    area.addEventListener('compositionend', () => {
      composing = false
      count()
    })
    area.addEventListener('input', count)
    count()
  }
}
