import { RestProjectDocument } from '../../generated/operations.ts';
import type { Answer } from '../answer.ts';
import { type Call, ok } from '../call.ts';
import { taggedBody } from '../etag.ts';
import { notFound } from '../problem.ts';
import { projectBody } from './project-shape.ts';

export async function retrieveProject({ projectId, headers, run }: Call): Promise<Answer> {
  const { viewer, project } = await run(RestProjectDocument, { id: projectId });
  return project ? taggedBody(headers, ok(projectBody(project, viewer.scopes))) : notFound();
}
