import { Option } from 'commander';
import {
  CliCreateKeyDocument,
  CliCreateTokenDocument,
  type CliCredentialFragment,
  CliListKeysDocument,
  CliListTokensDocument,
  CliRevokeKeyDocument,
  CliRevokeTokenDocument,
} from '../../generated/operations.ts';
import { refused } from '../gateway.ts';
import { allPages } from './all-pages.ts';
import { define, moment } from './command.ts';
import { flag, ID, list, MOMENT, optional, required, TEXT, UUID } from './option.ts';

const DEFAULT_LABEL = 'Command line';

/** What a key and an access token are made from alike. */
interface NewCredential {
  user: number;
  scope?: string[];
  label: string;
  project?: number[];
  organization?: string[];
}

const SCOPES = list(
  '--scope <SCOPE...>',
  'scopes: product_tour:read, product_tour:write, feature_flag:read, feature_flag:write, *, installation',
  TEXT,
);
const NEW = [
  required('--user <USER>', 'id of the user (see list-users)', ID),
  new Option('--label <LABEL>', 'what to recognize it by').default(DEFAULT_LABEL),
  list('--project <PROJECT...>', 'ids of the only projects that it opens; default: all of the user', ID),
  list('--organization <ORGANIZATION...>', 'ids of the only organizations whose projects it opens; default: all of the user', UUID),
];

export const CREDENTIAL_COMMANDS = [
  define<NewCredential & { admin?: true; expiresAt?: string }>({
    name: 'create-key',
    summary: 'create a personal API key for a user; it is shown only once',
    options: [
      ...NEW,
      SCOPES,
      flag('--admin', 'a key that may do everything: the scopes * and installation'),
      optional('--expires-at <MOMENT>', 'when it stops working; default: never', MOMENT),
    ],
    check: ({ admin, scope }) => (admin || scope ? null : '--scope is missing: name at least one scope, or use --admin'),
    async run(ask, { admin, scope = [], expiresAt, ...given }) {
      const scopes = [...scope, ...(admin ? ['*', 'installation'] : [])];
      const { result } = await ask(CliCreateKeyDocument, { input: { ...input(given), scopes, expiresAt } });
      if ('credential' in result) return created(result.secret, result.credential);
      throw refused(result);
    },
  }),
  define<{ id: string }>({
    name: 'revoke-key',
    summary: 'revoke a personal API key',
    options: [required('--id <KEY>', 'id of the key (see list-keys)', UUID)],
    async run(ask, { id }) {
      const { result } = await ask(CliRevokeKeyDocument, { input: { id } });
      if ('credential' in result) return revoked(result.credential);
      throw refused(result);
    },
  }),
  define<Filter>({
    name: 'list-keys',
    summary: 'list personal API keys, newest first',
    options: filters('keys'),
    async run(ask, filter) {
      const keys = await allPages((after) => ask(CliListKeysDocument, { ...variables(filter), after }));
      return keys.map(listed);
    },
  }),
  define<NewCredential & { expiresAt: string }>({
    name: 'create-token',
    summary: 'create an access token for a user, for a day at most; it is shown only once',
    options: [...NEW, SCOPES, required('--expires-at <MOMENT>', 'when it stops working: within a day', MOMENT)],
    check: ({ scope }) => (scope ? null : '--scope is missing: name at least one scope'),
    async run(ask, { scope: scopes = [], expiresAt, ...given }) {
      const { result } = await ask(CliCreateTokenDocument, { input: { ...input(given), scopes, expiresAt } });
      if ('credential' in result) return created(result.secret, result.credential);
      throw refused(result);
    },
  }),
  define<{ id: string }>({
    name: 'revoke-token',
    summary: 'revoke an access token',
    options: [required('--id <TOKEN>', 'id of the token (see list-tokens)', UUID)],
    async run(ask, { id }) {
      const { result } = await ask(CliRevokeTokenDocument, { input: { id } });
      if ('credential' in result) return revoked(result.credential);
      throw refused(result);
    },
  }),
  define<Filter>({
    name: 'list-tokens',
    summary: 'list access tokens, newest first',
    options: filters('tokens'),
    async run(ask, filter) {
      const tokens = await allPages((after) => ask(CliListTokensDocument, { ...variables(filter), after }));
      return tokens.map(listed);
    },
  }),
];

interface Filter {
  user?: number;
  active?: true;
}

function filters(what: string): Option[] {
  return [
    optional('--user <USER>', `only ${what} of this user`, ID),
    flag('--active', `only ${what} that work now: neither revoked nor expired, of an active user`),
  ];
}

function variables({ user, active }: Filter) {
  return { userId: user, isActive: active };
}

function input({ user, label, project = [], organization = [] }: Omit<NewCredential, 'scope'>) {
  return { userId: user, label, projectIds: project, organizationIds: organization };
}

function created(secret: string, { id, scopes, projectIds, organizationIds, expiresAt }: CliCredentialFragment): object {
  return { secret, id, scopes, projectIds, organizationIds, expiresAt: moment(expiresAt) };
}

function revoked({ id, revokedAt }: CliCredentialFragment): object {
  return { id, revokedAt: moment(revokedAt) };
}

function listed(credential: CliCredentialFragment) {
  const { id, user, label, mask, scopes, projectIds, organizationIds, createdAt, lastUsedAt, expiresAt, revokedAt } = credential;
  return {
    ...{ id, userId: user?.id ?? null, label, mask, scopes, projectIds, organizationIds },
    createdAt: moment(createdAt),
    lastUsedAt: moment(lastUsedAt),
    expiresAt: moment(expiresAt),
    revokedAt: moment(revokedAt),
  };
}
