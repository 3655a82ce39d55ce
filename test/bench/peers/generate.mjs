// Generates the peers' Prisma client and Pothos types from the project's own models, with generators of theirs.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const folder = import.meta.dirname;
const models = readFileSync(path.join(folder, '../../../prisma/schema.prisma'), 'utf8').replace(/^generator \w+ \{[^}]*\}\n/gm, '');
const generators = `
generator client {
  provider        = "prisma-client"
  output          = "./prisma"
  previewFeatures = ["partialIndexes"]
}

generator pothos {
  provider          = "prisma-pothos-types"
  clientOutput      = "./prisma/client.ts"
  output            = "./pothos.ts"
  generateDatamodel = true
}
`;
mkdirSync(path.join(folder, 'generated'), { recursive: true });
writeFileSync(path.join(folder, 'generated/schema.prisma'), generators + models);

const bin = path.join(folder, 'node_modules/.bin');
// Generating starts no schema engine, but the command insists on finding one: any executable will do.
const { status, stderr } = spawnSync(
  process.execPath,
  [createRequire(import.meta.url).resolve('prisma/build/index.js'), 'generate', '--schema', 'generated/schema.prisma'],
  {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
      PATH: `${bin}${path.delimiter}${process.env.PATH}`,
    },
  },
);
if (status !== 0) console.error(stderr);
process.exit(status ?? 1);
