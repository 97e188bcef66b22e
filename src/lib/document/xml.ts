const ENTITY = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text of XML as it is read; entities other than the five of the standard stay as they are. */
export function plainOf(text: string): string {
  return text.replace(ENTITY, plain)
}

function plain(whole: string, hex?: string, decimal?: string, name?: string): string {
  if (name) return NAMED[name.toLowerCase()] ?? whole
  const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
  return code === 10 || (code > 31 && code < 0x110000) ? String.fromCodePoint(code) : ' '
}
