import type { WriteMode } from './write-shape.ts';

/** What a body is read as. */
export type BodyKind = WriteMode | 'generate' | 'new_flag' | 'flag_change' | 'user_change';
