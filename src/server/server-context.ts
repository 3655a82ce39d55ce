import type { Caller } from '../graphql/context.ts';
import type { Logger } from './log.ts';

/** What a transport hands over with an operation. */
export interface ServerContext {
  caller: Caller;
  requestId: string;
  log: Logger;
}
