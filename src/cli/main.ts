import { CommanderError } from 'commander';
import { SetupError } from '../config/setup-error.ts';
import { CommandError } from './gateway.ts';
import { createProgram, withCommand } from './program.ts';
import { ignoreClosedPipe } from './terminal.ts';

/** The exit codes: 0 it worked, 1 it did not, 2 the command line is wrong. */
const FAILED = 1;
const MISUSED = 2;

/** Runs a command line. Without a command it serves. */
export async function main(args: readonly string[]): Promise<void> {
  ignoreClosedPipe();
  try {
    await createProgram(process.env).parseAsync(withCommand(args), { from: 'user' });
  } catch (error) {
    process.exit(report(error));
  }
}

/** @returns the exit code */
function report(error: unknown): number {
  // The usage and the reason are printed already (program.ts).
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : MISUSED;
  process.stderr.write(`tour-gateway: ${isPlain(error) ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  return FAILED;
}

/** Whether the message says all; a fault of the program needs its stack. */
function isPlain(error: unknown): error is Error {
  if (error instanceof SetupError || error instanceof CommandError) return true;
  // What the system or PostgreSQL refused.
  return error instanceof Error && ('syscall' in error || 'severity' in error);
}
