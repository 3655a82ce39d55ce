import type { Database } from './database.ts';
import type { Measured, Rounds } from './measure.ts';
import type { Peer } from './peers.ts';
import type { Seeded } from './seed.ts';
import type { Server } from './server.ts';

/** What all works share: the gateway, the floor and the peers, all on one database. */
export interface Bench extends Rounds {
  database: Database;
  seeded: Seeded;
  gateway: Server;
  floor: Server;
  peers: Peer[];
  /** Numbers of tours that growth is measured at. */
  sizes: number[];
  /** Requests of the long run that watches memory. */
  memoryRequests: number;
}

export interface Work {
  /** As `--only` names it. */
  name: string;
  /** Whether peers take part. */
  hasPeers?: boolean;
  run(bench: Bench): Promise<Section[]>;
}

/** What was measured of one work, side by side. */
export interface Section {
  title: string;
  /** Whose figures the others are shown as shares of. */
  base: string;
  results: Measured[];
  bars: Bar[];
}

/** Something that has to be reached: the median of the values, one for each round, against a limit. */
export interface Bar {
  text: string;
  values: number[];
  atLeast?: number;
  atMost?: number;
  unit?: string;
}

/** How many times as much as another one somebody does, in each round. */
export function ratios(results: readonly Measured[], name: string, base: string): number[] {
  const figures = (wanted: string) => {
    const found = results.find((result) => result.name === wanted);
    if (!found) throw new Error(`Nobody called ${wanted} was measured.`);
    return found.perSecond;
  };
  const bases = figures(base);
  return figures(name).map((figure, round) => figure / (bases[round] as number));
}
