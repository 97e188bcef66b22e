import type { HTMLAttributes } from 'preact'

type Data = HTMLAttributes<HTMLElement> & { [data: `data-${string}`]: string | undefined }

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'draft-form': Data
      'live-thread': Data
      'char-count': Data
      'passkey-form': Data
      'text-size': Data
      'read-aloud': Data
      'copy-button': Data
      'print-button': Data
      'photo-size': Data
      'voice-input': Data
    }
  }
}
