export type Answer = { readonly value: unknown; readonly bytes?: Uint8Array }

/** What a confined script does: reads all that it is given, and says what is in it. Whatever it throws is no answer. */
export async function answer(read: (bytes: Uint8Array) => Answer | Promise<Answer>): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  const { value, bytes } = await read(new Uint8Array(Buffer.concat(chunks)))
  process.stdout.write(`${JSON.stringify(value)}\n`)
  if (bytes) process.stdout.write(bytes)
}
