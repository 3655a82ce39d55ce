import { CliCreateFlagDocument, CliDeleteFlagDocument, CliUpdateFlagDocument } from '../../generated/operations.ts';
import { refused } from '../gateway.ts';
import { define } from './command.ts';
import { flag, ID, JSON_OBJECT, onOff, optional, required, TEXT } from './option.ts';

const NAME = optional('--name <NAME>', 'what it is for', TEXT);
const FILTERS = optional('--filters <JSON>', 'condition groups, variants and payloads, as a JSON object', JSON_OBJECT);
const FLAG_ID = required('--id <FLAG>', 'id of the flag', ID);

export const FLAG_COMMANDS = [
  define<{ project: number; key: string; name?: string; filters?: object; inactive?: true }>({
    name: 'create-flag',
    summary: 'create a feature flag',
    options: [
      required('--project <PROJECT>', 'id of the project', ID),
      required('--key <KEY>', 'what clients ask for', TEXT),
      NAME,
      FILTERS,
      flag('--inactive', 'off for everyone until it is activated'),
    ],
    async run(ask, { project: projectId, key, name, filters, inactive = false }) {
      const { result } = await ask(CliCreateFlagDocument, { input: { projectId, key, name, filters, active: !inactive } });
      if ('featureFlag' in result) return result.featureFlag;
      throw refused(result);
    },
  }),
  define<{ id: number; name?: string; filters?: object; active?: boolean }>({
    name: 'update-flag',
    summary: 'change a feature flag',
    options: [FLAG_ID, NAME, FILTERS, ...onOff('active', 'activate it', 'switch it off for everyone')],
    async run(ask, { id: flagId, name, filters, active }) {
      const { result } = await ask(CliUpdateFlagDocument, { input: { flagId, name, filters, active } });
      if ('featureFlag' in result) return result.featureFlag;
      throw refused(result);
    },
  }),
  define<{ id: number }>({
    name: 'delete-flag',
    summary: 'delete a feature flag; tours lose their links to it',
    options: [FLAG_ID],
    async run(ask, { id: flagId }) {
      const { result } = await ask(CliDeleteFlagDocument, { input: { flagId } });
      if ('featureFlag' in result) return result.featureFlag;
      throw refused(result);
    },
  }),
];
