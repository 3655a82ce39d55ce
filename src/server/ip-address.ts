import ipaddr from 'ipaddr.js';

/** The bits of an IPv6 address that name a customer's network: any host in it can choose the others. */
const NETWORK_BITS = 64;

/** An address as proxies write it, with or without port, brackets or zone, in its usual form. IPv4 inside IPv6 becomes IPv4. Null: it is no address. */
export function parseAddress(text: string): string | null {
  const bare = /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text;
  const address = bare.replace(/%.*$/, '');
  if (!ipaddr.IPv4.isValidFourPartDecimal(address) && !ipaddr.IPv6.isValid(address)) return null;
  return ipaddr.process(address).toString();
}

/** What shares a budget with this address: itself, or the network that an IPv6 address is in. */
export function addressBlock(address: string): string {
  if (!address.includes(':')) return address;
  const [network] = ipaddr.IPv6.isValid(address) ? [ipaddr.IPv6.networkAddressFromCIDR(`${address}/${NETWORK_BITS}`)] : [];
  return network ? `${network}/${NETWORK_BITS}` : address;
}
