import { hash } from 'node:crypto';
import type { Config } from '../config.ts';
import type { Database } from '../db/database.ts';
import { HOME_STYLE, type HomeLink, homePage } from '../docs/home-page.ts';
import { preferredType } from '../http/accept.ts';
import { VERSION } from '../package-root.ts';
import { type Exchange, reply, replyJson } from './exchange.ts';
import { isAnswering } from './health.ts';
import { methodNotAllowed, replyProblem } from './http-problem.ts';

type HomeSettings = Pick<Config, 'publicUrl' | 'graphiql'>;

/** The first is for clients that accept anything, such as curl. */
const TYPES = ['application/json', 'text/html'] as const;

/** The page runs nothing and loads nothing but the icon. */
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': [
    "default-src 'none'",
    `style-src 'sha256-${hash('sha256', HOME_STYLE, 'base64')}'`,
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'referrer-policy': 'no-referrer',
};

/** `/`: what this is and where to go on, as a page for browsers and as JSON for every other client. */
export async function handleHome(exchange: Exchange, { config, db }: { config: HomeSettings; db: Database }): Promise<void> {
  const { method, req } = exchange;
  if (method !== 'GET' && method !== 'HEAD') return replyProblem(exchange, methodNotAllowed(method, 'GET, HEAD'));
  exchange.headers.vary = 'origin, accept';
  const isDatabaseAnswering = await isAnswering(db);
  if (preferredType(req.headers.accept, TYPES) !== 'text/html') return replyJson(exchange, 200, summary(config, isDatabaseAnswering));
  reply(exchange, 200, HEADERS, homePage({ version: VERSION, isDatabaseAnswering, links: linksOf(config) }));
}

function linksOf({ graphiql }: HomeSettings): HomeLink[] {
  return [
    { href: 'docs', name: 'Documentation', description: 'REST, GraphQL and the browser endpoints, with samples.' },
    ...(graphiql ? [{ href: 'graphql', name: 'GraphiQL', description: 'Try queries and mutations in the browser, with your key.' }] : []),
    { href: 'openapi.json', name: 'OpenAPI', description: 'Describes REST and the browser endpoints for generators and clients.' },
  ];
}

function summary({ publicUrl = '' }: HomeSettings, isDatabaseAnswering: boolean): object {
  return {
    name: 'Tour gateway',
    version: VERSION,
    database: isDatabaseAnswering ? 'responds' : 'does not respond',
    links: {
      documentation: `${publicUrl}/docs`,
      graphql: `${publicUrl}/graphql`,
      openapi: `${publicUrl}/openapi.json`,
      health: `${publicUrl}/health/ready`,
    },
  };
}
