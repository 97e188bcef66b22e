import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { readAttachment } from '../../src/lib/attachment.ts'

/** Made by the program that telephones' makers test with: broad, red on its left and blue on its right. */
function taken(): Uint8Array {
  const canvas = createCanvas(2400, 300)
  const drawing = canvas.getContext('2d')
  for (const [colour, from] of [
    ['#c00000', 0],
    ['#0000c0', 1200],
  ] as const) {
    drawing.fillStyle = colour
    drawing.fillRect(from, 0, 1200, 300)
  }
  const folder = mkdtempSync(join(tmpdir(), 'meguri-heic-'))
  try {
    writeFileSync(join(folder, 'a.png'), canvas.toBuffer('image/png'))
    execFileSync('heif-enc', ['-q', '60', 'a.png', '-o', 'a.heic'], { cwd: folder, stdio: 'ignore' })
    return new Uint8Array(readFileSync(join(folder, 'a.heic')))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Some containers forbid it. */
function isSheltered(): boolean {
  try {
    execFileSync('bwrap', ['--unshare-all', '--ro-bind', '/', '/', '/bin/true'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

test('a photo of a newer telephone arrives as every browser shows it', async () => {
  const read = await readAttachment(taken())
  if (!isSheltered()) {
    expect(read).toMatchObject({ kind: 'heic' })
    return
  }
  expect(read).toMatchObject({ kind: 'jpg' })
  const shown = await loadImage(Buffer.from('content' in read ? read.content : []))
  expect([shown.width, shown.height]).toEqual([2000, 250])
  const canvas = createCanvas(2000, 250)
  canvas.getContext('2d').drawImage(shown, 0, 0)
  const at = (x: number) => [...canvas.getContext('2d').getImageData(x, 120, 1, 1).data].map((part) => part > 128)
  expect([at(300), at(1700)]).toEqual([
    [true, false, false, true],
    [false, false, true, true],
  ])
})
