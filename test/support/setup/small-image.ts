const BLOCK_BYTES = 512;

/** The databases template1 and template0, which no test connects to. */
const TEMPLATE_FILE = /^\/?base\/[14]\//;

/** Removes the template databases from a dumped database (a tar file). They are a third of what each start would unpack. */
export function withoutTemplateDatabases(tar: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = [];
  for (let at = 0; at < tar.length; ) {
    const name = textAt(tar, at, 100);
    // Two empty blocks end the file.
    if (name === '') break;
    const size = Number.parseInt(textAt(tar, at + 124, 12), 8);
    const end = at + BLOCK_BYTES + Math.ceil(size / BLOCK_BYTES) * BLOCK_BYTES;
    if (!TEMPLATE_FILE.test(name)) kept.push(tar.subarray(at, end));
    at = end;
  }
  return Buffer.concat([...kept, new Uint8Array(2 * BLOCK_BYTES)]);
}

function textAt(tar: Uint8Array, at: number, length: number): string {
  const bytes = tar.subarray(at, at + length);
  const end = bytes.indexOf(0);
  return new TextDecoder().decode(end < 0 ? bytes : bytes.subarray(0, end));
}
