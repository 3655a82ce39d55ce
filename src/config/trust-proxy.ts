import ipaddr from 'ipaddr.js';

/** Names for the private address ranges, as the `proxy-addr` package expands them. */
const RANGE_NAMES: ReadonlySet<string> = new Set(['loopback', 'linklocal', 'uniquelocal']);

/** More proxies in a row than this are a mistake. */
const MAX_HOPS = 16;

/** The proxies whose forwarding headers are trusted: a number of hops, or addresses and ranges. Null: none. */
export type TrustProxy = number | readonly string[] | null;

export const TRUST_PROXY_EXPECTED = `expected a number of proxies from 0 to ${MAX_HOPS}, or addresses, ranges such as 10.0.0.0/8, loopback, linklocal or uniquelocal, separated by commas`;

/** Reads TRUST_PROXY. Undefined: the text cannot be used. */
export function parseTrustProxy(text: string): TrustProxy | undefined {
  if (/^\d+$/.test(text)) return Number(text) <= MAX_HOPS ? Number(text) || null : undefined;
  const entries = text.split(',').map((entry) => entry.trim());
  return entries.every(isAddressRange) ? entries : undefined;
}

function isAddressRange(text: string): boolean {
  return RANGE_NAMES.has(text) || ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text) || ipaddr.isValidCIDR(text);
}
