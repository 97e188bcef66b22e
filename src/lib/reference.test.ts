import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readReference, writeReferenceJson } from './reference.ts'

test('a folder of files is one list in the order of the file names', () => {
  const files = readdirSync('reference/job-codes').filter((file) => file.endsWith('.yaml'))
  const majors = readReference('job-codes') as { id: string }[]
  expect(majors).toHaveLength(files.length)
  files.sort().forEach((file, i) => {
    expect(readFileSync(join('reference/job-codes', file), 'utf8')).toContain(majors[i]!.id)
  })
})

test('data that is not there is named', () => {
  expect(() => readReference('nothing-of-this-name')).toThrow('reference/nothing-of-this-name')
})

test('the build writes the same data as JSON', () => {
  const folder = mkdtempSync(join(tmpdir(), 'reference-'))
  try {
    const names = writeReferenceJson(folder)
    expect(names).toEqual(expect.arrayContaining(['job-codes', 'synonyms', 'causes']))
    for (const name of names) {
      expect(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))).toEqual(readReference(name))
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
})
