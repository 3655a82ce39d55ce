import type { IncomingHttpHeaders } from 'node:http';
import { parse } from 'forwarded-parse';
import { isHost } from './host.ts';
import { parseAddress } from './ip-address.ts';

/** What trusted proxies report about a request. */
export interface Forwarding {
  /** The client's IP address: the nearest one that is no trusted proxy. */
  address: string;
  /** How the client reached the outermost trusted proxy. Null: no trusted proxy says so. */
  scheme: 'http' | 'https' | null;
  /** The host that the client asked for, with its port. Null: no trusted proxy says so. */
  host: string | null;
}

/** Whether the proxy at this address, the so many-th from here, is trusted. */
type Trusts = (address: string, hop: number) => boolean;

/** What `Forwarded` (RFC 7239) says. Null: there is none. A client can make it malformed before its proxy adds to it: then the proxy itself counts. */
export function readForwarded({ forwarded }: IncomingHttpHeaders, peer: string, trusts: Trusts): Forwarding | null {
  if (forwarded === undefined) return null;
  const elements = parseForwarded(forwarded);
  if (!elements) return { address: peer, scheme: null, host: null };
  const { address, hops } = walk(
    elements.map((element) => element.for ?? ''),
    peer,
    trusts,
  );
  const { proto, host } = outermost(elements, hops) ?? {};
  return { address, scheme: schemeOf(proto), host: hostOf(host) };
}

/** What `X-Forwarded-For`, `-Proto` and `-Host` say. Null: there are none. */
export function readXForwarded(headers: IncomingHttpHeaders, peer: string, trusts: Trusts): Forwarding | null {
  const [addresses, schemes, hosts] = ['x-forwarded-for', 'x-forwarded-proto', 'x-forwarded-host'].map((name) => listOf(headers[name]));
  if (!addresses && !schemes && !hosts) return null;
  const { address, hops } = walk(addresses ?? [], peer, trusts);
  return { address, scheme: schemeOf(outermost(schemes, hops)), host: hostOf(outermost(hosts, hops)) };
}

/** Each proxy adds the address that it was reached from at the end. From there on back, as long as those who say so are trusted. */
function walk(reported: readonly string[], peer: string, trusts: Trusts): { address: string; hops: number } {
  let address = peer;
  let hops = 0;
  for (const text of [...reported].reverse()) {
    const next = trusts(address, hops) ? parseAddress(text) : null;
    if (next === null) break;
    address = next;
    hops += 1;
  }
  return { address, hops };
}

/** What the outermost of the trusted proxies has added. Most proxies replace the list by one value instead. */
function outermost<Value>(list: readonly Value[] | null | undefined, hops: number): Value | undefined {
  return list?.[Math.max(0, list.length - Math.max(hops, 1))];
}

function parseForwarded(header: string): Record<string, string>[] | null {
  try {
    return parse(header);
  } catch {
    return null;
  }
}

function listOf(header: string | string[] | undefined): string[] | null {
  return header === undefined
    ? null
    : String(header)
        .split(',')
        .map((value) => value.trim());
}

function schemeOf(text: string | undefined): Forwarding['scheme'] {
  const scheme = text?.toLowerCase();
  return scheme === 'http' || scheme === 'https' ? scheme : null;
}

function hostOf(text: string | undefined): string | null {
  return text !== undefined && isHost(text) ? text : null;
}
