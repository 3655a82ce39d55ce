import { corsHeaders } from '../sdk/cors.ts';
import type { SdkDoor } from '../sdk/door.ts';
import type { SdkRoute } from '../sdk/route.ts';
import { BodyTooLargeError } from './body.ts';
import { type Exchange, reply } from './exchange.ts';

/** Lets the public door answer. Pages of any origin may read that, failures included. */
export async function handleSdk(exchange: Exchange, route: SdkRoute, door: SdkDoor): Promise<void> {
  const { req, method, path, query } = exchange;
  Object.assign(exchange.headers, corsHeaders(req.headers), { vary: 'origin, accept-encoding' });

  async function readBody(limit: number): Promise<Buffer | null> {
    try {
      return await exchange.body.whole(limit);
    } catch (error) {
      if (!(error instanceof BodyTooLargeError)) throw error;
      // The rest of it is still on its way.
      exchange.headers.connection = 'close';
      return null;
    }
  }

  const { status, headers, body } = await door.handle(route, { method, path, query, headers: req.headers, readBody });
  reply(exchange, status, headers, body);
}
