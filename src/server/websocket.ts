import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ExecutionArgs, type ExecutionResult, GraphQLError } from 'graphql';
import { CloseCode, type Context, handleProtocols, makeServer, type ServerOptions } from 'graphql-ws';
import { WebSocketServer } from 'ws';
import { DomainError, RateLimitedError } from '../domain/errors.ts';
import type { ConnectionLimiter } from '../limits/connection-limiter.ts';
import { NO_OWNER, ownerOf } from '../limits/owner.ts';
import type { RateLimiter } from '../limits/rate-limiter.ts';
import type { UnreadOutput } from '../limits/unread-output.ts';
import type { AccessWatch } from '../live/access-watch.ts';
import type { LiveStream } from '../live/live-stream.ts';
import { identify } from './authentication.ts';
import type { ByteBudget } from './byte-budget.ts';
import type { Client } from './client.ts';
import type { VerifyCredential } from './credential-check.ts';
import { declineUpgrades } from './declined-upgrade.ts';
import type { PreparedOperation } from './documents.ts';
import { maskError } from './error-masking.ts';
import { pathAndQuery } from './exchange.ts';
import type { Executor } from './executor.ts';
import { isGraphqlPath } from './graphql-path.ts';
import { startHeartbeat } from './heartbeat.ts';
import { type HttpProblem, malformed, originNotAllowed } from './http-problem.ts';
import type { Logger } from './log.ts';
import { refuseMalformed } from './malformed-request.ts';
import { isOriginAllowed, type OriginRules } from './origin.ts';
import { refuseOperation } from './rate-limit.ts';
import { writeRawResponse } from './raw-response.ts';
import type { ServerContext } from './server-context.ts';
import { SocketDelivery } from './socket-delivery.ts';
import { SocketLoad } from './socket-load.ts';
import { SocketTransport } from './socket-transport.ts';

/** The largest message a client may send, in bytes. */
const MAX_MESSAGE_BYTES = 20 * 1024 * 1024;

/** How many operations may run on one socket at once. */
const MAX_OPERATIONS = 100;

/** How often a client is asked whether it is there, and how long it may take to answer, in milliseconds. */
const PING_MS = 12_000;

/** Time for `connection_init` to arrive, in milliseconds. */
const INIT_TIMEOUT_MS = 10_000;

/** How long operations may take to end once the gateway closes, in milliseconds. */
const DRAIN_MS = 2_000;

/** How long operations may take to end once their key is good no more, in milliseconds. */
const FAREWELL_MS = 300;

/** Close codes of ours; the others are the protocol's. */
const TOO_MANY = 4429;
const FAULT = 4500;

export interface WebSocketParts {
  executor: Executor;
  verify: VerifyCredential;
  /** The request bytes that this process holds. */
  budget: ByteBudget;
  readClient(req: IncomingMessage): Client;
  /** The pages that may open a socket. */
  origins: OriginRules;
  access: AccessWatch;
  limit: RateLimiter;
  /** Limits the sockets. */
  limiter: ConnectionLimiter;
  unread: UnreadOutput;
  /** The value of `Strict-Transport-Security`; null: the header is not sent. */
  hsts: string | null;
  log: Logger;
}

export interface WebSocketDoor {
  /** Closes every socket with 1001 (going away) once its operations have ended, or have had their time. */
  close(): Promise<void>;
}

type SocketContext = Context<Record<string, unknown>, SocketTransport>;

/**
 * GraphQL over WebSocket at /graphql (graphql-transport-ws). The credential comes in `connection_init` as `{"authorization": "Bearer <key>"}`, or in the
 * header of the upgrade; a wrong one closes the socket with 4403, and so does one that is revoked or expires later, within a second; one socket too many
 * of a key, a user, a project or the process is closed with 4429. A result is only asked for when the one before it has left the socket, and a socket that holds too much is closed (SocketLoad). A client
 * that answers no ping within 12 seconds is gone.
 */
export function openWebSocketDoor(
  http: Server,
  { executor, verify, budget, readClient, origins, access, limit, limiter, unread, hsts, log }: WebSocketParts,
): WebSocketDoor {
  // Compressed, a message would be another one for each socket: results could not be shared.
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES, handleProtocols, perMessageDeflate: false });
  /** Sockets that were admitted: `limiter` bounds them. */
  const contexts = new Set<SocketContext>();
  const heartbeat = startHeartbeat(PING_MS);
  const declining = declineUpgrades(http);

  http.on('upgrade', (req: IncomingMessage, connection: Duplex, head: Buffer) => {
    const { authorization, upgrade } = req.headers;
    const isOurs = upgrade?.toLowerCase() === 'websocket' && isGraphqlPath(pathAndQuery(req).split('?')[0]);
    if (!isOurs) return declining.decline(req, connection as Socket, head);
    const client = readClient(req);
    const refusal = refuseMalformed(req) ?? refuseOrigin(req.headers, client);
    if (refusal) return refuse(connection, refusal);
    sockets.handleUpgrade(req, connection, head, (socket) => {
      const { address } = client;
      const load = new SocketLoad(socket, connection, budget, { ...NO_OWNER, address });
      new SocketTransport({ socket, connection, load, authorization, address }, log).serve(protocol, heartbeat);
    });
  });

  // A handshake that is none: in the words of every other malformed request.
  sockets.on('wsClientError', (error, connection) =>
    refuse(connection, malformed(`The WebSocket handshake is malformed: ${error.message}.`)),
  );

  function refuse(connection: Duplex, problem: HttpProblem): void {
    connection.on('error', () => connection.destroy());
    writeRawResponse(connection, problem, { hsts });
  }

  function refuseOrigin({ origin, host }: IncomingMessage['headers'], client: Client): HttpProblem | null {
    return isOriginAllowed(origin, client.host ?? host, origins) ? null : originNotAllowed(String(origin));
  }

  /** Whether the socket may stay. */
  async function admit(context: SocketContext): Promise<boolean> {
    const { socket } = context.extra;
    const { actor, refusal } = await identify(verify, authorizationOf(context), context.extra.address);
    if (refusal !== undefined || socket.readyState !== socket.OPEN) return false;
    const owner = ownerOf(actor);
    const leave = limiter.take(owner);
    contexts.add(context);
    context.extra.load.accept(owner, unread);
    const unwatch = actor && access.watch(actor, ({ message }) => void dismiss(context, message));
    context.extra.leave = () => {
      leave();
      unwatch?.();
      contexts.delete(context);
    };
    return true;
  }

  /** The key is good no more: its subscriptions, which hear so from their streams, go first. */
  async function dismiss(context: SocketContext, reason: string): Promise<void> {
    await drain([context], FAREWELL_MS);
    context.extra.socket.close(CloseCode.Forbidden, reason);
  }

  const options: ServerOptions<Record<string, unknown>, SocketTransport> = {
    connectionInitWaitTimeout: INIT_TIMEOUT_MS,
    execute: (args: ExecutionArgs) => executor.execute(args.rootValue as PreparedOperation, args.contextValue as ServerContext),
    subscribe: (args: ExecutionArgs) => executor.subscribe(args.rootValue as PreparedOperation, args.contextValue as ServerContext),
    onConnect(context) {
      return admit(context).catch((error: unknown) => {
        if (error instanceof DomainError && error.code === 'RATE_LIMITED') {
          const isCredential = error instanceof RateLimitedError;
          context.extra.socket.close(TOO_MANY, isCredential ? 'Too many wrong credentials were sent from this address' : error.message);
          return false;
        }
        log.error({ err: error }, 'a socket could not be admitted');
        context.extra.socket.close(FAULT, 'Internal server error');
        return false;
      });
    },
    async onSubscribe(context, id, request) {
      const server: ServerContext = { caller: { actor: null }, requestId: id, log };
      if (Object.keys(context.subscriptions).length > MAX_OPERATIONS) {
        const message = `At most ${MAX_OPERATIONS} operations may run on one socket.`;
        return [new GraphQLError(message, { extensions: { code: 'RATE_LIMITED' } })];
      }
      try {
        // The key may have been revoked since the socket was opened.
        server.caller = { ...(await identify(verify, authorizationOf(context), context.extra.address)), gone: context.extra.gone };
        const refusal = await refuseOperation(limit, server);
        if (refusal) return [refusal];
        const prepared = executor.prepare(request, server);
        if ('errors' in prepared) return prepared.errors;
        const { document, operationName } = prepared;
        return { document, operationName, contextValue: server, rootValue: prepared } as unknown as ExecutionArgs;
      } catch (error) {
        return [maskError(error, server)];
      }
    },
    onOperation: ({ extra }, id, _, __, results) => new SocketDelivery(extra, id, results as LiveStream<ExecutionResult> | ExecutionResult),
    // What a subscription's iterator throws comes here as it is.
    onError: (_, requestId, __, errors) => errors.map((error) => maskError(error, { log, requestId }).toJSON()),
  };
  const protocol = makeServer(options);

  return {
    async close() {
      await drain(contexts, DRAIN_MS);
      for (const socket of sockets.clients) socket.close(1001, 'Going away');
      await new Promise<void>((resolve) => sockets.close(() => resolve()));
      heartbeat.stop();
      declining.close();
    },
  };
}

/** Waits until no operation is under way on these sockets, but no longer than so many milliseconds. */
async function drain(contexts: Iterable<SocketContext>, milliseconds: number): Promise<void> {
  const isBusy = () => [...contexts].some(({ subscriptions }) => Object.keys(subscriptions).length > 0);
  for (const end = Date.now() + milliseconds; isBusy() && Date.now() < end; ) await sleep(10);
}

function authorizationOf({ connectionParams, extra }: SocketContext): string | undefined {
  const given = connectionParams?.authorization ?? connectionParams?.Authorization ?? extra.authorization;
  return typeof given === 'string' ? given : undefined;
}
