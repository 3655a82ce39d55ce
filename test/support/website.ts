import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Website {
  /** The page of the project with this token, for whoever is signed in. */
  address(token: string, user?: string): string;
  close(): Promise<void>;
}

/** A website of somebody's own, on another origin than the gateway. Its pages load the SDK from the gateway as PostHog's snippet does; every path is a page. */
export async function openWebsite(gatewayUrl: string): Promise<Website> {
  const server = createServer((req, res) => {
    const query = new URL(req.url ?? '/', 'http://website').searchParams;
    res.writeHead(200, { 'content-type': 'text/html' }).end(page(gatewayUrl, query.get('token') ?? '', query.get('user') ?? ''));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: (token, user = '') => `http://127.0.0.1:${port}/shop?${new URLSearchParams({ token, user })}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** `captured` holds what the SDK captures on the page, as it is about to be sent. */
function page(gatewayUrl: string, token: string, user: string): string {
  const settings = {
    api_host: gatewayUrl,
    opt_out_useragent_filter: true,
    autocapture: false,
    capture_pageview: false,
    disable_session_recording: true,
    request_batching: false,
  };
  return `<!doctype html><title>Shop</title><link rel="icon" href="data:,"><h1>Shop</h1>
    <button id="buy">Buy</button> <button id="help">Help</button> <div id="slot"></div>
    <script src="${gatewayUrl}/static/array.full.js"></script>
    <script>
      const captured = [];
      const before_send = (event) => { captured.push(event); return event; };
      if (${JSON.stringify(token)}) posthog.init(${JSON.stringify(token)}, { ...${JSON.stringify(settings)}, before_send });
      if (${JSON.stringify(user)}) posthog.identify(${JSON.stringify(user)});
    </script>`;
}
