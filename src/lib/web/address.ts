import { BlockList, isIP } from 'node:net'

/**
 * Where a call comes from: the address of the connection, or, when that is one of our own proxies, the nearest address in
 * X-Forwarded-For that is none. What a stranger writes in front of it counts for nothing.
 */
export function callerOf(
  trusted: readonly string[],
): (remote: string | undefined, forwarded: string | undefined) => string {
  const proxies = new BlockList()
  for (const proxy of trusted) {
    const [address = '', bits] = proxy.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (bits) proxies.addSubnet(address, Number(bits), family)
    else proxies.addAddress(address, family)
  }
  const isOurs = (address: string) => proxies.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
  return (remote = 'here', forwarded = '') => {
    const way = [...forwarded.split(',').map(plain), plain(remote)].filter((address) => isIP(address) > 0)
    return way.findLast((address) => !isOurs(address)) ?? remote
  }
}

/** ::ffff:192.0.2.1 is 192.0.2.1. */
function plain(address: string): string {
  return address.trim().replace(/^::ffff:/i, '')
}

/** What one house is given as a rule, and a stranger hardly many of: the first 24 bits of an address, 48 of an IPv6 one. */
export function neighbourhoodOf(address: string): string {
  if (isIP(address) === 4) return address.replace(/\.\d+$/, '')
  if (isIP(address) !== 6) return address
  const [front = '', behind] = address.toLowerCase().split('::')
  const groups = front.split(':').filter(Boolean)
  const filled = behind === undefined ? groups : [...groups, '0', '0', '0']
  return filled
    .slice(0, 3)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}
