import type { Measured } from './measure.ts';
import { GATEWAY, MERCURIUS } from './names.ts';
import type { Peer } from './peers.ts';
import { type Bar, ratios } from './work.ts';

/** What counts as level: as much as rounds differ on a quiet machine. */
const LEVEL = 0.95;

/** The gateway has to be ahead of every peer; `mayBeLevel` where being level with the hand-written one is enough. */
export function peerBars(what: string, results: readonly Measured[], peers: readonly Peer[], { mayBeLevel = true } = {}): Bar[] {
  return peers.map(({ name }) => ({
    text: `${what} : ${name}`,
    values: ratios(results, GATEWAY, name),
    atLeast: mayBeLevel && name === MERCURIUS ? LEVEL : 1,
  }));
}
