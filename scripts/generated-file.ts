import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * Writes a generated file; with `--check` on the command line, fails if the file differs from the text. @param content
 * what the file holds, for the log
 */
export function writeOrCheck(file: string, text: string, content: string): void {
  if (!process.argv.includes('--check')) {
    writeFileSync(file, text);
    console.log(`${file}: ${content}`);
  } else if (existsSync(file) && readFileSync(file, 'utf8') === text) console.log(`${file} is up to date: ${content}.`);
  else {
    console.error(`${file} is stale: run npm run generate.`);
    process.exitCode = 1;
  }
}
