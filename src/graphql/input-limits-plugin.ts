import SchemaBuilder, { BasePlugin, type PothosInputFieldConfig, type PothosOutputFieldConfig, type SchemaTypes } from '@pothos/core';
import { type GraphQLFieldResolver, type GraphQLResolveInfo, type GraphQLSchema, getNamedType, isInputObjectType } from 'graphql';
import { type FieldProblem, ValidationError } from '../domain/errors.ts';
import { isLongerThan, tooLong } from '../domain/input-limits.ts';
import type { Context } from './context.ts';
import { describeRule, type InputRule, inputRule } from './input-rules.ts';

type Resolver<Types extends SchemaTypes> = GraphQLFieldResolver<unknown, Types['Context'], object>;

const PLUGIN = 'inputLimits';

declare global {
  export namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      inputLimits: InputLimitsPlugin<Types>;
    }
  }
}

/**
 * Writes the limits of input values (input-rules.ts) into the descriptions of the schema, and refuses values beyond them before the field is resolved. The
 * documents of the gateway itself are not limited: REST keeps the tolerance of its contract.
 */
class InputLimitsPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onInputFieldConfig(config: PothosInputFieldConfig<Types>): PothosInputFieldConfig<Types> {
    const owner = config.kind === 'Arg' ? `${config.parentType}.${config.parentField}` : config.parentType;
    const rule = inputRule(owner, config.name);
    if (!rule || !fits(rule, config)) return config;
    const description = [config.description, describeRule(rule)].filter(Boolean).join(' ');
    return { ...config, description };
  }

  override wrapResolve(resolver: Resolver<Types>, config: PothosOutputFieldConfig<Types>): Resolver<Types> {
    return Object.keys(config.args).length === 0 ? resolver : limited(resolver);
  }

  override wrapSubscribe(subscriber: Resolver<Types> | undefined, config: PothosOutputFieldConfig<Types>): Resolver<Types> | undefined {
    return subscriber && Object.keys(config.args).length > 0 ? limited(subscriber) : subscriber;
  }
}

SchemaBuilder.registerPlugin(PLUGIN, InputLimitsPlugin);

export { PLUGIN as inputLimitsPlugin };

/** The scalars that a limit of each kind is for. A UUID or a date has the length of its form. */
const SCALARS: Record<InputRule['kind'], readonly string[]> = { items: [], characters: ['String', 'ID'], value: ['Int'] };

function fits<Types extends SchemaTypes>({ kind }: InputRule, { type }: PothosInputFieldConfig<Types>): boolean {
  if (type.kind === 'List') return kind === 'items';
  return type.kind === 'Scalar' && SCALARS[kind].includes((type.ref as { name?: string }).name ?? '');
}

function limited<Types extends SchemaTypes>(resolver: Resolver<Types>): Resolver<Types> {
  return (parent, args, context, info) => {
    if (!(context as Context).caller.isTrusted) {
      const problems: FieldProblem[] = [];
      for (const [name, value] of Object.entries(args)) {
        check(rulesOf(info).get(name), name === 'input' ? '' : name, value, problems);
      }
      if (problems.length > 0) throw new ValidationError(problems);
    }
    return resolver(parent, args, context, info);
  };
}

/** What is checked of one input: its own rule, and those of its fields. */
interface Checks {
  rule: InputRule | null;
  fields: Map<string, Checks> | null;
}

const known = new WeakMap<object, Map<string, Checks>>();

/** The checks of the arguments of a field; those without any are left out. */
function rulesOf({ parentType, fieldName, schema }: GraphQLResolveInfo): Map<string, Checks> {
  const field = parentType.getFields()[fieldName];
  if (!field) return new Map();
  const before = known.get(field);
  if (before) return before;
  const checks = new Map<string, Checks>();
  for (const { name, type } of field.args) {
    const found = checksOf(schema, `${parentType.name}.${fieldName}`, name, String(getNamedType(type)));
    if (found) checks.set(name, found);
  }
  known.set(field, checks);
  return checks;
}

function checksOf(schema: GraphQLSchema, owner: string, name: string, typeName: string): Checks | null {
  const type = schema.getType(typeName);
  const own = inputRule(owner, name);
  const rule = own && !own.isDomains ? own : null;
  if (!isInputObjectType(type)) return rule && { rule, fields: null };
  const fields = new Map<string, Checks>();
  for (const field of Object.values(type.getFields())) {
    const found = checksOf(schema, type.name, field.name, String(getNamedType(field.type)));
    if (found) fields.set(field.name, found);
  }
  return rule || fields.size > 0 ? { rule, fields } : null;
}

function check(checks: Checks | undefined, path: string, value: unknown, problems: FieldProblem[]): void {
  if (!checks || value === null || value === undefined) return;
  const problem = checks.rule && problemOf(checks.rule, value);
  if (problem) {
    problems.push({ path, ...problem });
    return;
  }
  if (!checks.fields) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) check({ rule: null, fields: checks.fields }, join(path, String(index)), item, problems);
    return;
  }
  for (const [name, field] of checks.fields) check(field, join(path, name), (value as Record<string, unknown>)[name], problems);
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

function problemOf({ kind, max }: InputRule, value: unknown): Pick<FieldProblem, 'code' | 'message'> | null {
  if (kind === 'items' && Array.isArray(value) && value.length > max) {
    return { code: 'max_length', message: `Ensure this list has no more than ${max} items; it has ${value.length}.` };
  }
  if (kind === 'characters' && typeof value === 'string' && isLongerThan(value, max)) return { code: 'max_length', message: tooLong(max) };
  if (kind === 'value' && typeof value === 'number' && value > max) {
    return { code: 'invalid_input', message: `Ensure this value is less than or equal to ${max}.` };
  }
  return null;
}
