import type { IncomingHttpHeaders } from 'node:http';

/** Headers that monitoring libraries put on every request of a page. Asked for by name, they may be sent, or the page's requests would fail. */
const TRACING =
  /^(?:traceparent|tracestate|baggage|request-id|request-context|sentry-trace|x-(?:amzn-trace-id|cloud-trace-context|highlight-request)|x-datadog-[a-z-]+|x-posthog-(?:session|window|distinct)-id)$/;

/** Contract section 15.1: pages of any origin may read what this door says. */
export function corsHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const { origin } = headers;
  if (!origin) return {};
  const asked = String(headers['access-control-request-headers'] ?? '').split(',');
  const tracing = asked.map((name) => name.trim()).filter((name) => TRACING.test(name.toLowerCase()));
  return {
    'access-control-allow-origin': allowedOrigin(origin),
    'access-control-allow-credentials': 'true',
    'access-control-allow-methods': 'GET, POST, OPTIONS',
    // How long to wait when there is too much to do; the SDK goes by it where it may read it.
    'access-control-expose-headers': 'Retry-After',
    'access-control-allow-headers': ['X-Requested-With', 'Content-Type', ...tracing].join(','),
  };
}

/** Scheme and host; `*` for an origin without a host, such as that of a local file. */
function allowedOrigin(origin: string): string {
  if (!URL.canParse(origin)) return '*';
  const { protocol, host } = new URL(origin);
  return host === '' ? '*' : `${protocol}//${host}`;
}
