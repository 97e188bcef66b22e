/** Why the program cannot start or go on, as one sentence for the person who started it. Printed without a stack. */
export class StartError extends Error {
  override name = 'StartError'
  readonly exitCode: number

  constructor(message: string, exitCode = 1) {
    super(message)
    this.exitCode = exitCode
  }
}
