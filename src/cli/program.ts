import { Command, type Option } from 'commander';
import { VERSION } from '../package-root.ts';
import { CREDENTIAL_COMMANDS } from './commands/credential.ts';
import { FLAG_COMMANDS } from './commands/flag.ts';
import { optional, PORT, RequiredOption, TEXT } from './commands/option.ts';
import { ORGANIZATION_COMMANDS } from './commands/organization.ts';
import { PROJECT_COMMANDS } from './commands/project.ts';
import { USER_COMMANDS } from './commands/user.ts';
import { type Environment, runMigrate, runOnGateway, runServe } from './run.ts';

const COMMANDS = [...PROJECT_COMMANDS, ...USER_COMMANDS, ...CREDENTIAL_COMMANDS, ...ORGANIZATION_COMMANDS, ...FLAG_COMMANDS];

const ABOUT = `Settings come from the environment, or from a file .env in the working folder;
.env.example lists them.

Commands other than serve and migrate need an existing database, at DATABASE_URL
or in DATA_DIR. To use a running gateway instead, set TOUR_GATEWAY_URL to its
address and TOUR_GATEWAY_KEY to a key: an embedded database is open to one
process at a time.`;

const JSON_OPTION = ['--json', 'print JSON, for programs'] as const;

/** The command line: its help, usage errors and suggestions derive from the definitions of the commands. */
export function createProgram(env: Environment): Command {
  const program = new Command('tour-gateway')
    .description('Serves product tours over GraphQL and REST, and administers the gateway. Without a command it serves.')
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('after', `\n${ABOUT}`)
    .exitOverride();
  explainMisuse(program);

  add(program, 'serve', 'serve HTTP until stopped', [
    optional('--port <PORT>', 'TCP port to listen on, instead of PORT', PORT),
    optional('--host <HOST>', 'address to listen on, instead of HOST', TEXT),
    optional('--data-dir <FOLDER>', 'folder of the embedded database, instead of DATA_DIR', TEXT),
  ]).action((options) => runServe(env, options));
  add(program, 'migrate', 'bring the database up to date, and fill an empty one', [])
    .option(...JSON_OPTION)
    .action((options) => runMigrate(env, options));
  for (const definition of COMMANDS) {
    add(program, definition.name, definition.summary, definition.options)
      .option(...JSON_OPTION)
      .action((options, command: Command) => {
        const misuse = findMissing(command) ?? definition.check?.(options as never) ?? null;
        return misuse === null ? runOnGateway(env, definition, options) : command.error(`error: ${misuse}`);
      });
  }
  return program;
}

const OF_PROGRAM = ['-h', '--help', '-V', '--version'];

/** A command line that names no command serves. A default command of Commander's would take a misspelled command for its argument. */
export function withCommand(args: readonly string[]): string[] {
  const [first = '--'] = args;
  return first.startsWith('-') && !OF_PROGRAM.includes(first) ? ['serve', ...args] : [...args];
}

function add(program: Command, name: string, summary: string, options: readonly Option[]): Command {
  const needed = options.filter((option) => option instanceof RequiredOption).map((option) => option.flags);
  const usage = [...needed, '[options]'].join(' ');
  const command = program.command(name).description(summary).usage(usage).helpOption('-h, --help', 'print this help');
  for (const option of options) command.addOption(option);
  explainMisuse(command);
  return command;
}

/** @returns the message for a required option that was not given; null: all were */
function findMissing(command: Command): string | null {
  const missing = command.options.find(
    (option) => option instanceof RequiredOption && command.getOptionValue(option.attributeName()) === undefined,
  );
  return missing ? `${missing.long} is missing` : null;
}

/** Prints the usage, and the reason last, where it is read. */
function explainMisuse(command: Command): void {
  command.configureOutput({
    outputError: (text, write) => write(`${command.helpInformation({ error: true })}\n${text.replace(/^error: /, 'tour-gateway: ')}`),
  });
}
