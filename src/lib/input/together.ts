import type { z } from 'zod'

type Wrong = (field: string, sentence: string) => void

/**
 * A rule upon several fields of a form. It is asked too when one of them cannot be read, so that everything that has to
 * be mended is said at once; `read` then lacks that field.
 */
export function together<S extends z.ZodObject>(form: S, rule: (read: Partial<z.output<S>>, wrong: Wrong) => void): S {
  return form.superRefine(
    (given, context) => {
      const broken = new Set(context.issues.map(({ path }) => path?.[0]))
      const read = Object.fromEntries(Object.entries(given).filter(([name]) => !broken.has(name)))
      rule(read as Partial<z.output<S>>, (field, message) => {
        context.addIssue({ code: 'custom', path: [field], message })
      })
    },
    { when: () => true },
  )
}
