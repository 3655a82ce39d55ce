import type { Actor } from '../domain/actor.ts';
import type { Deps } from '../domain/deps.ts';

/**
 * The actor of commands: whoever can reach the database may do everything in every project. What they do is put down to the first user.
 *
 * @returns null where there is no user yet
 */
export async function operatorActor({ db }: Deps): Promise<Actor | null> {
  const user = await db.prisma.user.findFirst({ orderBy: { id: 'asc' } });
  if (!user) return null;
  const projects = await db.prisma.project.findMany({ select: { id: true }, orderBy: { id: 'asc' } });
  const projectIds = projects.map(({ id }) => id);
  return {
    userId: user.id,
    userName: 'Command line',
    distinctId: user.distinctId ?? user.uuid,
    keyId: '',
    // As tokens are, the operator is let into organizations that allow no keys.
    kind: 'access_token',
    previewTourId: null,
    scopes: ['*', 'installation'],
    projectIds,
    scopedProjectIds: [],
    scopedOrganizationIds: [],
    currentProjectId: user.currentProjectId,
    expiresAt: null,
  };
}
