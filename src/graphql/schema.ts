import './access-token.ts';
import './activity.ts';
import './api-key.ts';
import './draft-mutations.ts';
import './error.ts';
import './feature-flag-mutations.ts';
import './generate.ts';
import './lost-draft.ts';
import './organization-mutations.ts';
import './presence.ts';
import './project-mutations.ts';
import './restore.ts';
import './scalars.ts';
import './step-operations.ts';
import './subscription.ts';
import './targeting-explanation.ts';
import './tour-draft.ts';
import './tour-lifecycle.ts';
import './tour-mutations.ts';
import './tour-stats.ts';
import './tour-version.ts';
import './tours.ts';
import './user-mutations.ts';
import './viewer.ts';
import { builder } from './builder.ts';

/** The GraphQL schema: each file above adds its types. */
export const schema = builder.toSchema();
