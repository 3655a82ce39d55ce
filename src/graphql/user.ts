import type { User } from '../domain/user.ts';
import { builder } from './builder.ts';

const UserNode = builder.prismaNode('User', {
  id: { field: 'id' },
  nullable: true,
  description: 'A person of the team.',
  fields: (t) => ({
    databaseId: t.exposeInt('id', { description: 'The id that the REST layer shows.' }),
    uuid: t.expose('uuid', { type: 'UUID' }),
    email: t.exposeString('email'),
    firstName: t.exposeString('firstName'),
    lastName: t.exposeString('lastName'),
    distinctId: t.exposeString('distinctId', {
      nullable: true,
      description: 'The id under which the user’s own analytics events are sent.',
    }),
    isEmailVerified: t.exposeBoolean('isEmailVerified', { nullable: true }),
    hedgehogConfig: t.expose('hedgehogConfig', { type: 'JSON', nullable: true, description: 'The avatar’s settings, for REST clients.' }),
    isActive: t.exposeBoolean('isActive', {
      description: 'False for a user who was deactivated: no key or token of theirs opens anything.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    roleAtOrganization: t.exposeString('roleAtOrganization', { nullable: true, description: 'For example `engineering` or `product`.' }),
  }),
});

/** `User`, for fields whose rows the domain has read. */
export const UserRef = UserNode as unknown as ReturnType<typeof builder.objectRef<User>>;
