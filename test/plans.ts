/** The first bytes of messages: a statement to be parsed, what it is bound to, and the answer that it was parsed. */
const [PARSE, BIND, PARSED] = [0x50, 0x42, 0x31]
/** A type and four bytes of length come before what a message says. */
const HEAD = 5
/** Each keeps its plan in the session's memory. */
const MOST = 1000

/**
 * Statements of one session that were asked for before, each under a name: the database reads and plans them once, which with
 * all the walls around a table is most of what a short one takes. Our clients ask as if each were new.
 */
export class Plans {
  private readonly names = new Map<string, Buffer>()
  private readonly seen = new Set<string>()
  private made = 0

  /** Messages as they are sent on; `parsed` is told the answer to them. */
  named(messages: Buffer): { sent: Buffer; parsed(answer: Buffer): void } {
    const size = lengthOfNameless(messages)
    if (size === null) return { sent: messages, parsed() {} }
    const statement = messages.toString('latin1', HEAD, size)
    const known = this.names.get(statement)
    if (known) return { sent: withName(messages.subarray(size), 1, known), parsed() {} }
    const isFirst = !this.seen.has(statement)
    this.seen.add(statement)
    if (isFirst || this.made >= MOST) return { sent: messages, parsed() {} }
    const name = Buffer.from(`plan${this.made++}`)
    return {
      sent: Buffer.concat([withName(messages.subarray(0, size), 0, name), withName(messages.subarray(size), 1, name)]),
      parsed: (answer) => {
        if (answer[0] === PARSED) this.names.set(statement, name)
      },
    }
  }
}

/** The bytes of a statement without a name that is bound at once, without a name either; null for whatever else is asked. */
function lengthOfNameless(messages: Buffer): number | null {
  if (messages[0] !== PARSE || messages[HEAD] !== 0) return null
  const size = 1 + messages.readInt32BE(1)
  return messages[size] === BIND && messages.readInt16BE(size + HEAD) === 0 ? size : null
}

/** The first of some messages with the name of its statement, so many bytes after its head where none stands. */
function withName(messages: Buffer, after: number, name: Buffer): Buffer {
  const named = Buffer.concat([messages.subarray(0, HEAD + after), name, messages.subarray(HEAD + after)])
  named.writeInt32BE(messages.readInt32BE(1) + name.length, 1)
  return named
}
