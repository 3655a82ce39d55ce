import type { Created } from '../domain/create-credential.ts';
import { createPreviewToken, revokePreviewToken } from '../domain/preview-token.ts';
import type { PersonalApiKey } from '../generated/prisma/client.ts';
import { builder } from './builder.ts';
import { CredentialRef, LABEL } from './credential.ts';
import { COMMON_ERRORS } from './error.ts';
import { readUuid } from './ids/global-id.ts';
import { TOUR_ID } from './input-descriptions.ts';
import { loadTour, TourRef } from './tour.ts';

export const PreviewTokenRef = builder.objectRef<PersonalApiKey>('PreviewToken');

builder.node(PreviewTokenRef, {
  id: { resolve: ({ id }) => id },
  description:
    'A preview token, without its secret: it opens `tourPreview` and `tourPreviewChanged` of one tour to whoever has it, and nothing else. It has no scopes.',
  interfaces: [CredentialRef],
  fields: (t) => ({
    tour: t.field({
      type: TourRef,
      nullable: true,
      description: 'The tour that it shows; null once it is deleted.',
      resolve: ({ previewTourId }, _, context, info) => loadTour(context, previewTourId as string, info),
    }),
    expiresAt: t.field({
      type: 'DateTime',
      description: 'When it stops by itself: within a day of when it was made.',
      // The database has no token without.
      resolve: ({ expiresAt }) => expiresAt as Date,
    }),
  }),
});

builder.objectField(TourRef, 'previewTokens', (t) =>
  t.field({
    type: [PreviewTokenRef],
    description: 'The preview tokens with which somebody outside can look at the tour now, the newest first; at most 100.',
    resolve: ({ id }, _, { loaders }) => loaders.previewTokens.load(id),
  }),
);

const CreatePreviewTokenInput = builder.inputType('CreatePreviewTokenInput', {
  description: 'A new preview token.',
  fields: (t) => ({
    tourId: t.field({ type: 'UUID', required: true, description: TOUR_ID }),
    label: t.string({ description: `${LABEL} Absent: \`Preview\`.` }),
    expiresAt: t.field({
      type: 'DateTime',
      description:
        'Within a day, and no later than the key or token that it is made with. Absent: an hour from now, or when that one expires.',
    }),
  }),
});

const CreatePreviewTokenSuccess = builder.objectRef<Created>('CreatePreviewTokenSuccess').implement({
  description: 'The preview token was created.',
  fields: (t) => ({
    secret: t.exposeString('secret', {
      description: 'The token itself, for `Authorization: Bearer`; it starts with `phv_`. It is shown this once and stored nowhere.',
    }),
    previewToken: t.expose('credential', { type: PreviewTokenRef }),
  }),
});

builder.mutationField('createPreviewToken', (t) =>
  t.field({
    type: CreatePreviewTokenSuccess,
    errors: { types: COMMON_ERRORS, union: { name: 'CreatePreviewTokenResult' } },
    description:
      'Creates a token that shows a tour and its draft, live, to a person without an account. Scope `product_tour:read`. The token works only while its creator is a member of the project. At most 100 tokens of a tour, 100 created with one key or token, 200 created by one user and 1,000 of a project can be valid at once. One more is a ValidationError of `tourId`.',
    args: { input: t.arg({ type: CreatePreviewTokenInput, required: true }) },
    resolve: (_, { input }, { deps, actor }) => createPreviewToken(deps, actor, input),
  }),
);

const RevokePreviewTokenInput = builder.inputType('RevokePreviewTokenInput', {
  description: 'Which preview token to revoke.',
  fields: (t) => ({ id: t.id({ required: true, description: '`id` or `uuid` of the token, as in `Tour.previewTokens`.' }) }),
});

const RevokePreviewTokenSuccess = builder
  .objectRef<{ previewToken: PersonalApiKey }>('RevokePreviewTokenSuccess')
  .implement({ description: 'The token is void.', fields: (t) => ({ previewToken: t.expose('previewToken', { type: PreviewTokenRef }) }) });

builder.mutationField('revokePreviewToken', (t) =>
  t.field({
    type: RevokePreviewTokenSuccess,
    errors: { types: COMMON_ERRORS, union: { name: 'RevokePreviewTokenResult' } },
    description:
      'Revokes a preview token of a tour that the key opens: one’s own with scope `product_tour:read`, or with `product_tour:write` any. Within a second its subscriptions end, and its WebSockets are closed with 4403.',
    args: { input: t.arg({ type: RevokePreviewTokenInput, required: true }) },
    resolve: async (_, { input }, { deps, actor }) => ({
      previewToken: await revokePreviewToken(deps, actor, readUuid(input.id) ?? input.id),
    }),
  }),
);
