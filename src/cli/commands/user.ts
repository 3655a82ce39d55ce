import { CliCreateUserDocument, CliListUsersDocument } from '../../generated/operations.ts';
import { refused } from '../gateway.ts';
import { allPages } from './all-pages.ts';
import { define } from './command.ts';
import { ID, list, optional, required, TEXT, UUID } from './option.ts';

interface NewUser {
  email: string;
  firstName?: string;
  lastName?: string;
  project?: number[];
  organization?: string;
}

export const USER_COMMANDS = [
  define<NewUser>({
    name: 'create-user',
    summary: 'create a user, as a member of projects',
    options: [
      required('--email <ADDRESS>', 'email address', TEXT),
      optional('--first-name <NAME>', 'first name', TEXT),
      optional('--last-name <NAME>', 'last name', TEXT),
      list('--project <PROJECT...>', 'ids of projects to join', ID),
      optional('--organization <ORGANIZATION>', 'id of the organization; default: that of the first of these projects', UUID),
    ],
    async run(ask, { email, firstName, lastName, project: projectIds = [], organization: organizationId }) {
      const { result } = await ask(CliCreateUserDocument, { input: { email, firstName, lastName, projectIds, organizationId } });
      if ('user' in result) return result.user;
      throw refused(result);
    },
  }),
  define<object>({
    name: 'list-users',
    summary: 'list the users',
    options: [],
    async run(ask) {
      const users = await allPages((after) => ask(CliListUsersDocument, { after }));
      return users.map(({ id, email, firstName, lastName, isActive }) => ({
        id,
        email,
        name: `${firstName} ${lastName}`.trim(),
        isActive,
      }));
    },
  }),
];
