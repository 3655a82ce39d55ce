import { type DocumentNode, print } from 'graphql';
import * as operations from '../../generated/operations.ts';

/** The documents of the command line, which runs them on a gateway over HTTP. */
export const COMMAND_DOCUMENTS: readonly string[] = Object.entries(operations)
  .filter(([name]) => /^Cli\w+Document$/.test(name))
  .map(([, document]) => print(document as DocumentNode));
