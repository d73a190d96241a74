import type { Command } from '../command.ts';
import { admin } from './admin.ts';
import { bench } from './bench.ts';
import { convert } from './convert.ts';
import { exportRegister } from './export.ts';
import { importTable } from './import.ts';
import { kinship } from './kinship.ts';
import { laterCommands } from './not-built.ts';
import { match } from './match.ts';
import { backup, doctor, rebuild, restore } from './operations.ts';
import { reconcile } from './reconcile.ts';
import { screen } from './screen.ts';
import { serve } from './serve.ts';
import { statements } from './statements.ts';

/** Every command of `imena`, in the order in which they are shown. */
export const commands: readonly Command[] = [serve, kinship, screen, match, reconcile, statements, importTable, exportRegister, convert, backup, restore, doctor, rebuild, admin, bench, ...laterCommands];
