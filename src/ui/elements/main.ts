import { CharCount } from './char-count.ts'
import { DraftForm } from './draft-form.ts'
import { CopyButton, PrintButton } from './handy-buttons.ts'
import { KeptDraft } from './kept-draft.ts'
import { LiveThread } from './live-thread.ts'
import { guardDoubleSubmit } from './once.ts'
import { PasskeyForm } from './passkey-form.ts'
import { PhotoSize } from './photo-size.ts'
import { ReadAloud } from './read-aloud.ts'
import { TextSize } from './text-size.ts'
import { VoiceInput } from './voice-input.ts'

// Before the form around it: a photo on its way holds the sending back, and then nothing was sent.
customElements.define('photo-size', PhotoSize)
customElements.define('draft-form', DraftForm)
customElements.define('char-count', CharCount)
customElements.define('copy-button', CopyButton)
customElements.define('print-button', PrintButton)
customElements.define('live-thread', LiveThread)
customElements.define('passkey-form', PasskeyForm)
customElements.define('text-size', TextSize)
customElements.define('read-aloud', ReadAloud)
customElements.define('voice-input', VoiceInput)
guardDoubleSubmit(document)
KeptDraft.settle()
document.querySelector<HTMLElement>('[data-error-summary]')?.focus()
