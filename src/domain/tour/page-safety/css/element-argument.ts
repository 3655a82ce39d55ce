import { holdsNames, holdsOnly, readName } from './arguments.ts';
import type { Grammar } from './grammar.ts';
import { DIRECTIONS, FUNCTIONAL_ELEMENTS } from './pseudo-elements.ts';
import type { TokenReader } from './token-reader.ts';

/**
 * Whether a block fits a functional pseudo-element.
 *
 * @param after the pseudo-element before this one; null: there is none
 */
export function readElementArgument(name: string, block: TokenReader, after: string | null, grammar: Grammar): boolean {
  switch (FUNCTIONAL_ELEMENTS.get(name)) {
    case 'COMPOUND':
      return holdsOnly(block, () => grammar.readCompound(block, { isWithoutElements: true, isCompound: true }) !== null);
    case 'COMPOUNDS':
      return grammar.readSelectorList(block, { isWithoutElements: true, isCompound: true, after });
    case 'NAME':
      return holdsOnly(block, readName);
    case 'NAMES':
      return holdsNames(block, 'SPACE');
    case 'SELECT':
      return holdsOnly(block, () => block.takeName() === 'select');
    case 'DIRECTION':
      return holdsOnly(block, () => block.takeDelim('*') || DIRECTIONS.has(block.takeName() ?? ''));
    case 'TRANSITION':
      return holdsOnly(block, readTransition);
    default:
      return false;
  }
}

/** A name or `*`, then classes: one of both at least. */
function readTransition(block: TokenReader): boolean {
  let isRead = block.takeDelim('*') || readName(block);
  while (block.takeDelim('.')) {
    if (!readName(block)) return false;
    isRead = true;
  }
  return isRead;
}
