import type { Server } from './server.ts';

/** Another GraphQL server on the same tables. */
export interface Peer {
  name: string;
  server: Server;
  path: string;
  /** What it is asked: variables `id`; `projectId` and `first`. */
  documents: { oneTour: string; list: string };
}
