import { print } from 'graphql';
import type { RemoteGateway } from '../config/remote-gateway.ts';
import { SetupError } from '../config/setup-error.ts';
import { CommandError, type Gateway, withSubject } from './gateway.ts';

/** How long a gateway may take to answer, in milliseconds. */
const PATIENCE_MS = 30_000;

/** TOUR_GATEWAY_URL names no gateway that answers, or TOUR_GATEWAY_KEY does not open it. */
export class RemoteError extends SetupError {}

interface Answer {
  data?: unknown;
  errors?: { message: string; extensions?: { code?: string; missingScope?: string } }[];
}

/** Runs commands on a running gateway, with the rights of a key. */
export function openRemoteGateway({ url, key }: RemoteGateway): Gateway {
  return {
    async ask(document, variables) {
      const { data, errors } = await post(`${url}/graphql`, key, { query: print(document), variables });
      if (errors?.[0]) throw explain(url, errors[0]);
      return data as never;
    },
    explain: (error) =>
      error.missingScope === null ? withSubject(error, `at ${url} that TOUR_GATEWAY_KEY opens`) : missingScope(url, error.missingScope),
    async close() {},
  };
}

async function post(address: string, key: string, body: object): Promise<Answer> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
    // A redirected POST would become a GET.
    redirect: 'manual',
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch((error: unknown) => {
    throw new RemoteError(`No gateway answers at ${address} (${reasonOf(error)}). Start it, or correct TOUR_GATEWAY_URL.`, {
      cause: error,
    });
  });
  const text = await response.text();
  const { status } = response;
  if (status >= 300 && status < 400) {
    throw new RemoteError(
      `${address} redirects to ${response.headers.get('location')}. Set TOUR_GATEWAY_URL to the address of the gateway itself.`,
    );
  }
  const answer = parse(text);
  if (!answer) {
    throw new RemoteError(
      `${address} answers with ${status}, and not as a gateway does. TOUR_GATEWAY_URL must be the address of a gateway, with the path prefix under which a proxy serves it.`,
    );
  }
  return answer;
}

/** @returns null for what is no result of GraphQL */
function parse(text: string): Answer | null {
  try {
    const answer = JSON.parse(text) as Answer | null;
    return answer && (Array.isArray(answer.errors) || typeof answer.data === 'object') ? answer : null;
  } catch {
    return null;
  }
}

/** `fetch` hides the reason in causes, one for each address of a host. */
function reasonOf(error: unknown): string {
  const { cause, name, message } = error as Error & { cause?: NodeJS.ErrnoException };
  if (name === 'TimeoutError') return `no answer within ${PATIENCE_MS / 1000} seconds`;
  return cause?.code ?? cause?.message ?? message;
}

function explain(url: string, { message, extensions = {} }: NonNullable<Answer['errors']>[number]): Error {
  const { code } = extensions;
  if (code === 'UNAUTHENTICATED') return new RemoteError(`The gateway at ${url} does not accept TOUR_GATEWAY_KEY. ${message}`);
  if (code === 'GRAPHQL_VALIDATION_FAILED') {
    return new RemoteError(`The gateway at ${url} does not know what this command asks for: it may be of another version. ${message}`);
  }
  return new CommandError(message, extensions);
}

function missingScope(url: string, scope: string): RemoteError {
  return new RemoteError(`TOUR_GATEWAY_KEY lacks the scope '${scope}', which this command needs on the gateway at ${url}.`);
}
