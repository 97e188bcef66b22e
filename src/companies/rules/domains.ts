/** Mail services that everybody uses; the last is the one of the people of the demo. */
const SHARED = new Set([
  ...['gmail.com', 'googlemail.com', 'yahoo.co.jp', 'ymail.ne.jp', 'yahoo.ne.jp', 'yahoo.com', 'outlook.com'],
  ...[
    'outlook.jp',
    'hotmail.com',
    'hotmail.co.jp',
    'live.jp',
    'live.com',
    'msn.com',
    'icloud.com',
    'me.com',
    'mac.com',
  ],
  ...['docomo.ne.jp', 'ezweb.ne.jp', 'au.com', 'uqmobile.jp', 'softbank.ne.jp', 'i.softbank.jp', 'ymobile.ne.jp'],
  ...['rakumail.jp', 'mineo.jp', 'proton.me', 'protonmail.com', 'fastmail.com', 'aol.com', 'gmx.com', 'nifty.com'],
  ...['biglobe.ne.jp', 'ocn.ne.jp', 'plala.or.jp', 'so-net.ne.jp', 'dion.ne.jp', 'asahi-net.or.jp', 'eonet.ne.jp'],
  ...['excite.co.jp', 'infoseek.jp', 'goo.jp', 'cast.example'],
])

/** Where a company registers below a second label: example.co.jp. */
const SECOND = /^(co|or|ne|ac|ed|go|gr|lg|ad|com|net|org|gov|edu)$/
const PREFECTURE =
  /^(hokkaido|aomori|iwate|miyagi|akita|yamagata|fukushima|ibaraki|tochigi|gunma|saitama|chiba|tokyo|kanagawa|niigata|toyama|ishikawa|fukui|yamanashi|nagano|gifu|shizuoka|aichi|mie|shiga|kyoto|osaka|hyogo|nara|wakayama|tottori|shimane|okayama|hiroshima|yamaguchi|tokushima|kagawa|ehime|kochi|fukuoka|saga|nagasaki|kumamoto|oita|miyazaki|kagoshima|okinawa)$/

/**
 * The mail domains of one’s own that are in an address or a domain: tokyo.mihon.co.jp is of mihon.co.jp, so both. None where
 * everybody may have an address.
 */
export function ownDomains(typed: string): string[] {
  const domain = typed.normalize('NFKC').trim().toLowerCase().replace(/^.*@/, '').replace(/\.+$/, '')
  const labels = domain.split('.')
  const least = leastLabels(labels)
  if (labels.length < 2 || labels.some((label) => label === '')) return []
  const all = labels.map((_, at) => labels.slice(at).join('.')).slice(0, Math.max(1, labels.length - least + 1))
  return all.some((one) => SHARED.has(one)) ? [] : all
}

/** Of how many labels the shortest domain is that one organisation has. */
function leastLabels(labels: readonly string[]): number {
  const [second = '', top = ''] = labels.slice(-2)
  if (second === 'lg') return 4
  if (top.length === 2 && SECOND.test(second)) return 3
  // city.tendo.yamagata.jp: of its parents none is the city’s own.
  return top === 'jp' && PREFECTURE.test(second) ? labels.length : 2
}
