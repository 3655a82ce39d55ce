import { CommanderError } from 'commander';
import { afterEach, expect, it, vi } from 'vitest';
import { createProgram, withCommand } from '../../../src/cli/program.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** Parses a command line that runs no command. @returns what it printed, and whether it was wrong */
async function parse(args: readonly string[]) {
  const [output, complaint]: [unknown[], unknown[]] = [[], []];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => output.push(text) > 0);
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => complaint.push(text) > 0);
  const end = await createProgram({})
    .parseAsync(withCommand(args), { from: 'user' })
    .catch((error: unknown) => error);
  vi.restoreAllMocks();
  expect(end).toBeInstanceOf(CommanderError);
  return { isWrong: (end as CommanderError).exitCode !== 0, output: output.join(''), complaint: complaint.join('') };
}

const UUID = '018f3c1e-4b5a-4c6d-8e7f-0123456789ab';

it.each([
  ["unknown command 'create-projct'", 'Did you mean create-project?', ['create-projct']],
  ["unknown command 'bananas'", 'Commands:', ['bananas']],
  ["unknown option '--nmae'", 'Did you mean --name?', ['create-project', '--nmae', 'x']],
  ["unknown option '--prot'", 'Did you mean --port?', ['serve', '--prot', '1']],
  ["unknown option '--prot'", 'Did you mean --port?', ['--prot', '1']],
  ['--name is missing', 'create-project --name <NAME>', ['create-project']],
  ['--scope is missing', 'or use --admin', ['create-key', '--user', '2']],
  ['--expires-at is missing', '--expires-at <MOMENT>', ['create-token', '--user', '2', '--scope', '*']],
  ['--expires-at takes a moment such as', '--expires-at', ['create-token', '--user', '2', '--scope', '*', '--expires-at', 'soon']],
  ['--id takes a whole number', '--id <PROJECT>', ['update-project', '--id', 'two']],
  ['--id takes a whole number', '--id <PROJECT>', ['update-project', '--id', '9999999999']],
  ['--project takes a whole number', '--project', ['create-user', '--email', 'a@example.com', '--project', '1', '--project', 'x']],
  ['--organization takes a UUID', '--organization', ['create-project', '--name', 'x', '--organization', 'acme']],
  ['--filters takes a JSON object', '--filters', ['create-flag', '--project', '1', '--key', 'k', '--filters', '[1]']],
  ['--port takes a whole number from 0 to 65535', '--port', ['serve', '--port', '70000']],
  ["option '--name <NAME>' argument missing", '--name', ['create-project', '--name']],
  ['too many arguments', 'revoke-key --id <KEY>', ['revoke-key', '--id', UUID, 'x']],
])('prints the usage, and last that there is: %s', async (reason, mentioned, args) => {
  const { isWrong, output, complaint } = await parse(args);
  expect({ isWrong, output }).toEqual({ isWrong: true, output: '' });
  const [usage, explanation = ''] = complaint.split(/^tour-gateway: /m);
  expect(usage).toMatch(/^Usage: tour-gateway /);
  expect(explanation).toContain(reason);
  expect(complaint).toContain(mentioned);
});

it('has a help page for every command, with every option', async () => {
  const { isWrong, output, complaint } = await parse(['--help']);
  expect({ isWrong, complaint }).toEqual({ isWrong: false, complaint: '' });
  expect((await parse(['help'])).output).toBe(output);
  const names = [...output.matchAll(/^ {2}([a-z]+(?:-[a-z]+)?) \[options\]/gm)].map(([, name]) => name as string);
  expect(names).toEqual(expect.arrayContaining(['serve', 'migrate', 'create-key', 'list-keys', 'delete-flag']));
  expect(names.length).toBeGreaterThanOrEqual(17);
  for (const name of names) {
    const page = await parse([name, '--help']);
    expect(page).toMatchObject({ isWrong: false, complaint: '' });
    expect((await parse(['help', name])).output).toBe(page.output);
    expect(page.output).toMatch(new RegExp(`^Usage: tour-gateway ${name} `));
    expect(page.output.includes('--json'), name).toBe(name !== 'serve');
  }
});
