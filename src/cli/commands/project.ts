import { CliCreateProjectDocument, type CliProjectFragment, CliUpdateProjectDocument } from '../../generated/operations.ts';
import { refused } from '../gateway.ts';
import { define } from './command.ts';
import { flag, ID, onOff, optional, required, TEXT, UUID } from './option.ts';

export const PROJECT_COMMANDS = [
  define<{ name: string; approveAi?: true; organization?: string }>({
    name: 'create-project',
    summary: 'create a project',
    options: [
      required('--name <NAME>', 'its name', TEXT),
      flag('--approve-ai', 'approve that texts of its steps are sent to a language model'),
      optional('--organization <ORGANIZATION>', 'id of its organization; default: that of the first project', UUID),
    ],
    async run(ask, { name, approveAi = false, organization }) {
      const input = { name, aiDataProcessingApproved: approveAi, organizationId: organization };
      const { result } = await ask(CliCreateProjectDocument, { input });
      if ('project' in result) return shape(result.project);
      throw refused(result);
    },
  }),
  define<{ id: number; name?: string; approveAi?: boolean; rotateToken?: true }>({
    name: 'update-project',
    summary: 'change a project, or replace its public token',
    options: [
      required('--id <PROJECT>', 'id of the project', ID),
      optional('--name <NAME>', 'its new name', TEXT),
      ...onOff('approve-ai', 'approve that texts of its steps are sent to a language model', 'withdraw that approval'),
      flag('--rotate-token', 'replace its public token; the old one stops working at once'),
    ],
    async run(ask, { id, name, approveAi, rotateToken = false }) {
      const { result } = await ask(CliUpdateProjectDocument, { input: { id, name, aiDataProcessingApproved: approveAi, rotateToken } });
      if ('project' in result) return shape(result.project);
      throw refused(result);
    },
  }),
];

function shape({ organization, ...project }: CliProjectFragment): object {
  return { ...project, organizationId: organization.id };
}
