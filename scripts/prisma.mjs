// Runs the Prisma CLI without its engine download. `generate`, `validate` and `format` never start the schema engine, but the CLI insists on finding one:
// any existing executable will do, and Node itself is always there. Migrations are written by scripts/migration.ts and applied by src/db/migrate.ts.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';

const cli = createRequire(import.meta.url).resolve('prisma/build/index.js');
const bin = path.join(import.meta.dirname, '../node_modules/.bin');
const { status } = spawnSync(process.execPath, [cli, ...process.argv.slice(2), '--config', '.config/prisma.ts'], {
  stdio: 'inherit',
  env: {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
    ...process.env,
    PATH: `${bin}${path.delimiter}${process.env.PATH}`,
  },
});
process.exit(status ?? 1);
