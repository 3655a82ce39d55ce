import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ONE_TOUR, PEER_LIST, POSTGRAPHILE_LIST, POSTGRAPHILE_ONE_TOUR } from './documents.ts';
import { APOLLO, MERCURIUS, POSTGRAPHILE, YOGA } from './names.ts';
import { type Server, startServer } from './server.ts';

/** Another GraphQL server on the same tables. */
export interface Peer {
  name: string;
  server: Server;
  path: string;
  /** What it is asked: variables `id`; `projectId` and `first`. */
  documents: { oneTour: string; list: string };
}

interface Recipe extends Omit<Peer, 'server'> {
  script: string;
  /** Imports generated TypeScript. */
  tsx?: boolean;
  /** A version of Node, where this one is too old for it. */
  node?: string;
}

const FOLDER = path.join(import.meta.dirname, 'peers');
const HAND_MADE = { oneTour: ONE_TOUR, list: PEER_LIST };

const RECIPES: Record<string, Recipe> = {
  mercurius: { name: MERCURIUS, script: 'mercurius.mjs', path: '/graphql', documents: HAND_MADE },
  postgraphile: {
    name: POSTGRAPHILE,
    script: 'postgraphile.mjs',
    path: '/graphql',
    documents: { oneTour: POSTGRAPHILE_ONE_TOUR, list: POSTGRAPHILE_LIST },
    node: '24',
  },
  yoga: { name: YOGA, script: 'yoga-pothos.mjs', path: '/graphql', documents: HAND_MADE, tsx: true },
  apollo: { name: APOLLO, script: 'apollo-prisma.mjs', path: '/', documents: HAND_MADE, tsx: true },
};

export const PEER_NAMES = Object.keys(RECIPES);

/** Starts one of PEER_NAMES on this database, its packages installed before. */
export async function startPeer(name: string, databaseUrl: string): Promise<Peer> {
  const recipe = RECIPES[name];
  if (!recipe) throw new Error(`No peer is called ${name}: ${PEER_NAMES.join(', ')}`);
  const { script, tsx, node, ...peer } = recipe;
  const server = await startServer(script, [], {
    env: { DATABASE_URL: databaseUrl },
    cwd: FOLDER,
    tsx,
    node: node === undefined ? undefined : nodePath(node),
  });
  return { ...peer, server };
}

/** Installs the peers' packages into their own folder, and generates their Prisma client, unless that is done for just these versions and models. */
export function installPeers(): void {
  const models = path.join(import.meta.dirname, '../../prisma/schema.prisma');
  const sources = ['package.json', 'generate.mjs'].map((file) => path.join(FOLDER, file));
  const state = createHash('sha256');
  for (const file of [...sources, models]) state.update(readFileSync(file));
  const digest = state.digest('hex');
  const mark = path.join(FOLDER, 'generated/installed');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === digest) return;
  const options = { cwd: FOLDER, stdio: 'inherit' } as const;
  execFileSync('npm', ['install', '--ignore-scripts', '--no-package-lock', '--no-audit', '--no-fund', '--loglevel', 'error'], options);
  execFileSync(process.execPath, ['generate.mjs'], options);
  mkdirSync(path.dirname(mark), { recursive: true });
  writeFileSync(mark, digest);
}

/** Where npx keeps this version of Node, fetched when it is not there. */
function nodePath(version: string): string {
  return execFileSync('npx', ['-y', `node@${version}`, '-p', 'process.execPath'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
}

/** Names and versions of what the peers are made of. */
export function peerVersions(): string {
  const { dependencies } = JSON.parse(readFileSync(path.join(FOLDER, 'package.json'), 'utf8'));
  return Object.entries(dependencies)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ');
}
