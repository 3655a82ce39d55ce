// Writes what derives from the definition of content; with `--check` it only compares.
import './content-reference.ts';
import './content-types.ts';
