/** The exit code that says: what was brought cannot be used; told apart from a command that failed. */
export const BAD_INPUT = 2
