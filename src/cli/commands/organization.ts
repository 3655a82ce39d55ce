import { CliCreateOrganizationDocument, CliUpdateOrganizationDocument } from '../../generated/operations.ts';
import { refused } from '../gateway.ts';
import { define } from './command.ts';
import { onOff, optional, required, TEXT, UUID } from './option.ts';

const KEYS = onOff('allow-keys', 'personal API keys open its projects', 'only access tokens open its projects');

export const ORGANIZATION_COMMANDS = [
  define<{ name: string; allowKeys?: boolean }>({
    name: 'create-organization',
    summary: 'create an organization, to which projects can be added',
    options: [required('--name <NAME>', 'its name', TEXT), ...KEYS],
    async run(ask, { name, allowKeys }) {
      const { result } = await ask(CliCreateOrganizationDocument, { input: { name, membersCanUsePersonalApiKeys: allowKeys } });
      if ('organization' in result) return result.organization;
      throw refused(result);
    },
  }),
  define<{ id: string; name?: string; allowKeys?: boolean }>({
    name: 'update-organization',
    summary: 'change the name of an organization, or whether it allows keys',
    options: [required('--id <ORGANIZATION>', 'id of the organization', UUID), optional('--name <NAME>', 'its new name', TEXT), ...KEYS],
    async run(ask, { id, name, allowKeys }) {
      const { result } = await ask(CliUpdateOrganizationDocument, { input: { id, name, membersCanUsePersonalApiKeys: allowKeys } });
      if ('organization' in result) return result.organization;
      throw refused(result);
    },
  }),
];
