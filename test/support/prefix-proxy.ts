import { createServer, request as httpRequest, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect } from 'node:net';

export interface PrefixProxy {
  /** Where clients reach the gateway: the address of the proxy with the prefix. */
  url: string;
  close(): Promise<void>;
}

/**
 * A reverse proxy that serves a gateway below a path prefix, as nginx does with `location /gw/ { proxy_pass http://…/;
 * }`: the prefix is removed, upgrades pass, and everything outside of the prefix is 404.
 *
 * @param target called for each request: the gateway may start after its proxy, whose address it needs
 */
export async function startPrefixProxy(prefix: string, target: () => string): Promise<PrefixProxy> {
  const stripped = ({ url = '' }: IncomingMessage) => (url.startsWith(`${prefix}/`) ? url.slice(prefix.length) : null);

  const server = createServer((req, res) => {
    const path = stripped(req);
    if (path === null) return void res.writeHead(404, { 'content-type': 'text/plain' }).end('Outside of the prefix');
    const { hostname, port } = new URL(target());
    const onward = httpRequest({ hostname, port, path, method: req.method, headers: req.headers }, (answer) => {
      res.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(res);
      res.once('close', () => answer.destroy());
    });
    onward.on('error', () => res.destroy());
    req.pipe(onward);
  });
  server.on('upgrade', (req, near, head) => {
    const path = stripped(req);
    if (path === null) return near.destroy();
    const { hostname, port } = new URL(target());
    const far = connect(Number(port), hostname, () => {
      const fields = req.rawHeaders.reduce((lines, value, n) => lines + (n % 2 === 0 ? `${value}: ` : `${value}\r\n`), '');
      far.write(`GET ${path} HTTP/1.1\r\n${fields}\r\n`);
      far.write(head);
      far.pipe(near);
      near.pipe(far);
    });
    far.on('error', () => near.destroy());
    near.on('error', () => far.destroy());
    near.on('close', () => far.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${prefix}`,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
