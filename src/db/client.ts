import { PrismaPg } from '@prisma/adapter-pg';
import type { Pool } from 'pg';
import { PrismaClient } from '../generated/prisma/client.ts';
import { createStatementNames } from './statement-name.ts';

/** Prisma writes a new text for each length of an IN list. */
const MAX_PREPARED = 500;

/** Prisma on the pool. `$disconnect` leaves the pool open: it belongs to whoever made it. */
export function createPrismaClient(pool: Pool): PrismaClient {
  const nameOf = createStatementNames('prisma', MAX_PREPARED);
  const adapter = new PrismaPg(pool, { disposeExternalPool: false, statementNameGenerator: ({ sql }) => nameOf(sql) });
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 30_000 } });
}
