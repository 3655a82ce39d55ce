import type { Config } from '../config.ts';
import { newSecret, storedSecret } from './credential.ts';
import type { Deps } from './deps.ts';
import { newProjectToken } from './project.ts';

export interface Bootstrapped {
  projectId: number;
  projectToken: string;
  /** The secret of the first key, from the settings or generated; it is stored nowhere. */
  personalApiKey: string;
}

/** Puts a generated key where it is found later. If it throws, the database stays empty. */
export type KeepFirstKey = (secret: string) => Promise<void>;

/** The advisory lock that lets one of several nodes that start at once do it. */
const LOCK = 7_270_736_910;

/**
 * Fills an empty database: an organization with project 1, and its first user, with a key of the scopes `*` and `installation`. Does nothing when there is a project.
 *
 * @param keepFirstKey is called for a key that is not in the settings, before the transaction commits
 * @returns what was made, so that it can be shown once; null when there was nothing to do
 */
export async function bootstrap(
  deps: Deps,
  config: Pick<Config, 'bootstrapPersonalApiKey' | 'bootstrapProjectToken'>,
  keepFirstKey: KeepFirstKey = async () => {},
): Promise<Bootstrapped | null> {
  // Asked without Prisma, whose engine a start need not load.
  if ((await deps.db.sql.query('SELECT 1 FROM projects LIMIT 1')).length > 0) return null;
  return deps.db.prisma.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`;
    if ((await tx.project.count()) > 0) return null;
    const secret = config.bootstrapPersonalApiKey ?? newSecret('personal_key');
    const token = config.bootstrapProjectToken ?? newProjectToken();
    const project = await tx.project.create({
      data: { name: 'Default project', token, organization: { create: { name: 'Default organization' } } },
    });
    await tx.user.create({
      data: {
        email: 'admin@example.com',
        firstName: 'Admin',
        distinctId: 'admin',
        isEmailVerified: false,
        organizationId: project.organizationId,
        currentProjectId: project.id,
        memberships: { create: { projectId: project.id } },
        apiKeys: { create: { label: 'First key', scopes: ['*', 'installation'], ...storedSecret(secret) } },
      },
    });
    if (config.bootstrapPersonalApiKey === undefined) await keepFirstKey(secret);
    return { projectId: project.id, projectToken: token, personalApiKey: secret };
  });
}
