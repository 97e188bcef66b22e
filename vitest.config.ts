import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/order.ts'
import { filesUnder, isTest, textOf } from './test/source.ts'

const beside = ['src', 'seed', 'bench'].flatMap(filesUnder).filter(isTest)
/** Tests beside the code that open a database are request tests too: they run on both kinds of database. */
const opening = beside.filter((file) => /\b(scratch|fresh)Database\b/.test(textOf(file)))

const withDatabase = {
  globalSetup: 'test/setup.ts',
  setupFiles: ['test/properties.ts', 'test/closing.ts'],
  hookTimeout: 60_000,
}

/**
 * Files of one worker share what is read once and never changed: the job codes and what finds them, in journeys the browser
 * and which pages were looked at.
 */
const shared = { isolate: false }

export default defineConfig({
  test: {
    allowOnly: false,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{src,seed,bench}/**/*.test.{ts,tsx}', 'test/*.test.{ts,tsx}'],
          exclude: opening,
          testTimeout: 30_000,
          setupFiles: ['test/properties.ts'],
          ...shared,
        },
      },
      {
        extends: true,
        test: {
          name: 'request',
          include: ['test/requests/**/*.test.{ts,tsx}', ...opening],
          testTimeout: 30_000,
          ...shared,
          ...withDatabase,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.{ts,tsx}'],
          testTimeout: 180_000,
          ...shared,
          ...withDatabase,
        },
      },
    ],
  },
})
