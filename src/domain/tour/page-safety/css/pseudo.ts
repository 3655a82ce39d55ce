import { tokenTypes } from 'css-tree/tokenizer';
import { ident } from 'css-tree/utils';
import { readClassArgument } from './class-argument.ts';
import { readElementArgument } from './element-argument.ts';
import type { Grammar, SelectorContext } from './grammar.ts';
import { FUNCTIONAL_CLASSES, PSEUDO_CLASSES, STATE_FUNCTIONS } from './pseudo-classes.ts';
import { followersOf, isPseudoElement, LEGACY_ELEMENTS } from './pseudo-elements.ts';
import type { TokenReader } from './token-reader.ts';

/**
 * A pseudo-class or pseudo-element; the next token is its colon. @returns the name of a pseudo-element; null if it is
 * unknown or may not stand here
 */
export function readPseudo(reader: TokenReader, context: SelectorContext, grammar: Grammar): { element: string | null } | null {
  reader.skip();
  const isDouble = reader.isType(tokenTypes.Colon);
  if (isDouble) reader.skip();
  const token = reader.peek();
  const isFunction = token?.type === tokenTypes.Function;
  if (!token || (!isFunction && token.type !== tokenTypes.Ident)) return null;
  const name = ident.decode(isFunction ? token.text.slice(0, -1) : token.text).toLowerCase();
  const argument = isFunction ? reader.takeBlock() : null;
  if (!argument) reader.skip();
  if (isDouble || (!argument && LEGACY_ELEMENTS.has(name))) {
    return isElement(name, argument, context, grammar) ? { element: argument && name === 'cue' ? 'cue()' : name } : null;
  }
  return isClass(name, argument, context, grammar) ? { element: null } : null;
}

function isElement(name: string, argument: TokenReader | null, context: SelectorContext, grammar: Grammar): boolean {
  const { after = null, isWithoutElements } = context;
  if (isWithoutElements) return false;
  const { elements } = followersOf(after);
  if (elements !== 'ALL' && !elements.has(name)) return false;
  if (after !== null && (name === 'part' || name === 'slotted')) return false;
  return argument ? readElementArgument(name, argument, after, grammar) : isPseudoElement(name);
}

function isClass(name: string, argument: TokenReader | null, context: SelectorContext, grammar: Grammar): boolean {
  const { classes, elements, isRefusingLists } = followersOf(context.after ?? null);
  if (!argument) return PSEUDO_CLASSES.has(name) && (classes === 'ALL' || classes.has(name));
  const kind = FUNCTIONAL_CLASSES.get(name);
  if (kind === undefined) return false;
  if (kind === 'RELATIVE_SELECTORS' && (context.isWithoutHas || context.isCompound)) return false;
  const mayFollow =
    classes === 'ALL' || (kind === 'ANYTHING' ? !isRefusingLists : name === 'not' || (elements === 'ALL' && STATE_FUNCTIONS.has(name)));
  return mayFollow && readClassArgument(argument, kind, context, grammar);
}
