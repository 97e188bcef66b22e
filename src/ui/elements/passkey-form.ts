type Json = Record<string, unknown>

/**
 * <passkey-form>: on submit asks the device, puts the answer into the form's hidden field and lets it go. With data-autofill the
 * browser also offers passkeys in the address field of the page, where it can.
 */
export class PasskeyForm extends HTMLElement {
  /** Ends the offer in the address field: a device answers one question at a time. */
  private offer = new AbortController()

  connectedCallback() {
    const form = this.querySelector('form')
    if (!form || !('PublicKeyCredential' in window)) return
    const field = form.elements.namedItem('credential') as HTMLInputElement
    this.hidden = false
    form.addEventListener('submit', (event) => {
      if (field.value) return
      event.preventDefault()
      event.stopImmediatePropagation()
      this.offer.abort()
      this.say('')
      this.ask()
        .then(send)
        .catch(() => this.say('うまくいきませんでした。もう一度押すか、メールの番号で入ってください。'))
    })
    const send = (credential: Json) => {
      field.value = JSON.stringify(credential)
      form.submit()
    }
    // Whoever passes the offer over has lost nothing: it says nothing when it fails.
    if ('autofill' in this.dataset)
      this.offered().then(
        (credential) => credential && send(credential),
        () => {},
      )
  }

  disconnectedCallback() {
    this.offer.abort()
  }

  private async offered(): Promise<Json | null> {
    const can = await window.PublicKeyCredential.isConditionalMediationAvailable?.()
    return can ? this.ask({ mediation: 'conditional', signal: this.offer.signal }) : null
  }

  private async ask(how: CredentialRequestOptions = {}): Promise<Json> {
    const answer = await fetch(this.dataset.options ?? '', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: '',
    })
    if (!answer.ok) throw new Error(String(answer.status))
    const options = decoded((await answer.json()) as Json) as unknown
    const publicKey = options as PublicKeyCredentialCreationOptions & PublicKeyCredentialRequestOptions
    const credential =
      this.dataset.ceremony === 'create'
        ? await navigator.credentials.create({ publicKey })
        : await navigator.credentials.get({ publicKey, ...how })
    return encoded(credential as PublicKeyCredential)
  }

  private say(sentence: string) {
    const place = this.querySelector('[data-problem]')
    if (place) place.textContent = sentence
  }
}

/** The members that come as base64url text and go to the device as bytes. */
function decoded(options: Json): Json {
  const ids = (list: unknown) => ((list as Json[] | undefined) ?? []).map((one) => ({ ...one, id: bytes(one.id) }))
  const user = options.user as Json | undefined
  return {
    ...options,
    challenge: bytes(options.challenge),
    ...(user && { user: { ...user, id: bytes(user.id) } }),
    excludeCredentials: ids(options.excludeCredentials),
    allowCredentials: ids(options.allowCredentials),
  }
}

function encoded(credential: PublicKeyCredential): Json {
  const response = credential.response as AuthenticatorAttestationResponse & AuthenticatorAssertionResponse
  const parts: Json = { clientDataJSON: text(response.clientDataJSON) }
  if (response.attestationObject) parts.attestationObject = text(response.attestationObject)
  if (response.authenticatorData) parts.authenticatorData = text(response.authenticatorData)
  if (response.signature) parts.signature = text(response.signature)
  if (response.userHandle) parts.userHandle = text(response.userHandle)
  if (response.getTransports) parts.transports = response.getTransports()
  const { id, type } = credential
  return { id, rawId: text(credential.rawId), type, response: parts, clientExtensionResults: {} }
}

function bytes(base64url: unknown): Uint8Array {
  const base64 = String(base64url).replace(/-/g, '+').replace(/_/g, '/')
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
}

function text(buffer: ArrayBuffer): string {
  let letters = ''
  for (const byte of new Uint8Array(buffer)) letters += String.fromCharCode(byte)
  return btoa(letters).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}
