import { createProject, type Project, updateProject } from '../domain/project.ts';
import { builder } from './builder.ts';
import { COMMON_ERRORS } from './error.ts';
import { ProjectRef } from './project.ts';

function projectSuccess(name: string, description: string) {
  return builder
    .objectRef<{ project: Project }>(name)
    .implement({ description, fields: (t) => ({ project: t.expose('project', { type: ProjectRef }) }) });
}

const NAME = 'What the project is called.';
const AI_APPROVED = 'Whether step texts may be sent to a language model.';

const CreateProjectInput = builder.inputType('CreateProjectInput', {
  description: 'A new project.',
  fields: (t) => ({
    name: t.string({ required: true, description: NAME }),
    aiDataProcessingApproved: t.boolean({ description: `${AI_APPROVED} False when absent.` }),
    organizationId: t.field({
      type: 'UUID',
      description:
        'An organization that the caller may change: the key opens all of its projects. Absent: that of the caller’s current project, or else of the first that the key opens, by the same rule; a new one of the same name when the key opens no project.',
    }),
  }),
});

builder.mutationField('createProject', (t) =>
  t.field({
    type: projectSuccess('CreateProjectSuccess', 'The project, with its public token.'),
    errors: { types: COMMON_ERRORS, union: { name: 'CreateProjectResult' } },
    description:
      'Creates a project with the caller as its first member. Scope `*`, with a key that is not for some projects alone: it would not open the new one.',
    args: { input: t.arg({ type: CreateProjectInput, required: true }) },
    resolve: async (_, { input }, { deps, actor, access }) => {
      const project = await createProject(deps, actor, input);
      access.renewCallers();
      return { project };
    },
  }),
);

const UpdateProjectInput = builder.inputType('UpdateProjectInput', {
  description: 'Absent keeps.',
  fields: (t) => ({
    id: t.int({ required: true, description: '`databaseId` of the project.' }),
    name: t.string({ description: NAME }),
    aiDataProcessingApproved: t.boolean({ description: AI_APPROVED }),
    rotateToken: t.boolean({ description: 'Makes a new public token; the old one stops working at once.' }),
  }),
});

builder.mutationField('updateProject', (t) =>
  t.field({
    type: projectSuccess('UpdateProjectSuccess', 'The project was changed.'),
    errors: { types: COMMON_ERRORS, union: { name: 'UpdateProjectResult' } },
    description: 'Changes a project. Scope `*`.',
    args: { input: t.arg({ type: UpdateProjectInput, required: true }) },
    resolve: async (_, { input }, { deps, actor }) => ({ project: await updateProject(deps, actor, input) }),
  }),
);
