import { documents } from './001-documents.ts';
import { workshops } from './002-workshops.ts';
import { ballots } from './003-ballots.ts';
import { segments } from './004-segments.ts';
import { standing } from './005-standing.ts';
import { pageFiles } from './006-page-files.ts';
import type { Migration } from './migration.ts';

/** Oldest first. New ones go last. */
export const allMigrations: readonly Migration[] = [
  documents,
  workshops,
  ballots,
  segments,
  standing,
  pageFiles,
];
