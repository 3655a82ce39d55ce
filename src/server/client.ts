import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import proxyaddr from 'proxy-addr';
import type { TrustProxy } from '../config/trust-proxy.ts';
import { type Forwarding, readForwarded, readXForwarded } from './forwarding-headers.ts';
import { parseAddress } from './ip-address.ts';

/** Who sent a request, as far as trusted proxies report it. */
export type Client = Forwarding;

const FORWARDING_HEADERS = ['forwarded', 'x-forwarded-for', 'x-forwarded-proto', 'x-forwarded-host', 'x-real-ip'];

/**
 * Reads who the client is.
 *
 * @param trust the proxies whose forwarding headers count
 * @param onIgnored called once, when forwarding headers arrive although no proxy is trusted
 */
export function createClientReader(trust: TrustProxy, onIgnored: () => void): (req: IncomingMessage) => Client {
  if (trust === null) return readWithoutProxies(onIgnored);
  const trusts = typeof trust === 'number' ? (_: string, hop: number) => hop < trust : proxyaddr.compile([...trust]);

  return ({ socket, headers }) => {
    const peer = peerAddress(socket.remoteAddress);
    if (!trusts(peer, 0)) return { address: peer, scheme: null, host: null };
    return agreed(peer, readForwarded(headers, peer, trusts), readXForwarded(headers, peer, trusts));
  };
}

/** The two kinds of headers must name the same client. A proxy that sets one may pass on the other as a client has made it up: then the proxy itself counts. */
function agreed(peer: string, standard: Forwarding | null, usual: Forwarding | null): Client {
  const known = standard ?? usual;
  if (!known || (standard && usual && standard.address !== usual.address)) return { address: peer, scheme: null, host: null };
  return { address: known.address, scheme: known.scheme ?? usual?.scheme ?? null, host: known.host ?? usual?.host ?? null };
}

function readWithoutProxies(onIgnored: () => void): (req: IncomingMessage) => Client {
  let isWarned = false;
  return ({ socket, headers }) => {
    if (!isWarned && isForwarded(headers)) {
      isWarned = true;
      onIgnored();
    }
    return { address: peerAddress(socket.remoteAddress), scheme: null, host: null };
  };
}

function isForwarded(headers: IncomingHttpHeaders): boolean {
  return FORWARDING_HEADERS.some((name) => headers[name] !== undefined);
}

/** A connection that is gone already has no address. */
function peerAddress(remote: string | undefined): string {
  if (remote === undefined) return 'unknown';
  return remote.includes(':') ? (parseAddress(remote) ?? remote) : remote;
}
