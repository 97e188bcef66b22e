import type { Context } from 'hono'

/** Proxies close what is silent for a minute or half of one. */
const BEAT_MS = 20_000
/** After so many the browser asks anew, and whoever may no longer listen finds the door closed. */
const MOST_BEATS = 15
const AGAIN_MS = 4000

type Sending = { send(name: string, id: string): void; end(): void }

/**
 * Server-sent events (HTML, 9.2) that say only that something changed, never what. `begin` gets how to send and to end, and gives
 * back what to do when it is over, whoever ended it.
 */
export function eventStream(c: Context, begin: (sending: Sending) => () => void): Response {
  let stop = (_: boolean) => {}
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const encoder = new TextEncoder()
      let beats = 0
      let left = () => {}
      const write = (text: string) => controller.enqueue(encoder.encode(text))
      const beat = setInterval(() => (++beats < MOST_BEATS ? write(':\n\n') : stop(true)), BEAT_MS).unref()
      let over = false
      stop = (close) => {
        stop = () => {}
        over = true
        clearInterval(beat)
        left()
        if (close) controller.close()
      }
      write(`retry: ${AGAIN_MS}\n\n`)
      left = begin({
        send: (name, id) => write(`event: ${name}\nid: ${id}\ndata: ${id}\n\n`),
        end: () => stop(true),
      })
      // It may be over before it has begun.
      if (over) left()
    },
    cancel: () => stop(false),
  })
  return c.body(stream, 200, {
    'content-type': 'text/event-stream; charset=utf-8',
    // Nothing on the way may keep it back or pack it.
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  })
}
