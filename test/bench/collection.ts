import { createDatabase, type Database } from './database.ts';
import { startGateway } from './gateway.ts';
import { type Server, startServer } from './server.ts';

/** A gateway and a floor on a database of their own, whose only project has so many tours. */
export interface Collection {
  size: number;
  gateway: Server;
  floor: Server;
  stop(): Promise<void>;
}

/** Stands in the names of ten tours, however many there are. */
export const RARE = 'zyqxwvut';
/** Stands in the names of one tour of a hundred. */
export const COMMON = 'onboarding';

const BATCH = 5_000;

/** All collections are open at once, and PostgreSQL has a hundred connections. */
const SETTINGS = { DATABASE_POOL_SIZE: '6' };

export async function createCollection(size: number): Promise<Collection> {
  const database = await createDatabase();
  const gateway = await startGateway(database.url, SETTINGS);
  await insertTours(database, size);
  const floor = await startServer('test/bench/floor/server.ts', [], { env: { DATABASE_URL: database.url, ...SETTINGS } });
  return {
    size,
    gateway,
    floor,
    async stop() {
      await Promise.all([gateway.stop(), floor.stop()]);
      await database.drop();
    },
  };
}

async function insertTours(database: Database, size: number): Promise<void> {
  const random = generator(size);
  const vocabulary = Array.from({ length: 2_000 }, () => word(random));
  const some = (count: number) => Array.from({ length: count }, () => vocabulary[Math.floor(random() * vocabulary.length)]).join(' ');
  for (let from = 0; from < size; from += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, size - from) }, (_, n) => from + n);
    const names = numbers.map((n) => [some(3), n, ...(n % (size / 10) === 1 ? [RARE] : []), ...(n % 100 === 0 ? [COMMON] : [])].join(' '));
    await database.query(
      `INSERT INTO tours (project_id, name, description, content, created_by_id, created_at)
       SELECT 1, name, description, '{"type": "tour", "steps": []}', 1, timestamptz '2026-01-01T00:00:00Z' + make_interval(secs => n)
       FROM unnest($1::text[], $2::text[], $3::int[]) AS row (name, description, n)`,
      [names, numbers.map(() => some(6)), numbers],
    );
  }
  await database.query('VACUUM ANALYZE');
}

/** The same numbers from 0 to 1 for the same seed (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function word(random: () => number): string {
  return Array.from({ length: 6 + Math.floor(random() * 4) }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join('');
}
