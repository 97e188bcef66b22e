import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readMade, readReference, writeReferenceJson } from './reference.ts'

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

/** As the build does: they are what takes longest to read, and it makes something else of them. */
const LEFT = ['sayings', 'cues', 'told']

test('the build writes the same data as JSON, but for what it leaves', () => {
  const folder = mkdtempSync(join(tmpdir(), 'reference-'))
  try {
    const names = writeReferenceJson(folder, LEFT)
    expect(names).toEqual(expect.arrayContaining(['job-codes', 'synonyms', 'causes']))
    expect(names.filter((name) => LEFT.includes(name))).toEqual([])
    for (const name of names) {
      expect(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))).toEqual(readReference(name))
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('what the build made is read while it is newer than every source, and made anew otherwise', () => {
  const folder = mkdtempSync(join(tmpdir(), 'made-'))
  const file = join(folder, 'sum.json')
  const read = () => readMade('sum', ['reference/synonyms.yaml', 'reference/job-codes'], () => 'made', folder)
  try {
    expect(read()).toBe('made')
    writeFileSync(file, '"read"')
    expect(read()).toBe('read')
    utimesSync(file, 0, 0)
    expect(read()).toBe('made')
  } finally {
    rmSync(folder, { recursive: true })
  }
})
