import path from 'node:path';
import { parseArgs } from 'node:util';
import { refuse } from '@imena/problem';

/** What the command line and the environment say about a server. */
export interface Settings {
  readonly dataDir: string;
  readonly port: number;
  readonly host: string;
  readonly isEmpty: boolean;
  readonly uploadBytesPerDay: number;
  readonly databaseUrl: string | undefined;
  readonly ownerUrl: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads `--empty --port N --data FOLDER` and IMENA_DATA, PORT, IMENA_HOST, IMENA_UPLOAD_MIB_PER_DAY, DATABASE_URL,
 * IMENA_OWNER_URL.
 * @throws Problem `server.argument`
 */
export function readSettings(args: readonly string[], environment: Environment): Settings {
  const { empty, port, data } = parse(args);
  const portText = port ?? environment['PORT'] ?? '3900';
  if (!/^\d{1,5}$/.test(portText) || Number(portText) > 65_535) refuse('server.argument', { argument: `--port ${portText}` });
  return {
    ...databaseSettings(environment, data), port: Number(portText), host: environment['IMENA_HOST'] ?? '127.0.0.1', isEmpty: empty ?? false,
    uploadBytesPerDay: readUploadLimit(environment['IMENA_UPLOAD_MIB_PER_DAY']),
  };
}

/** Bytes that one account may send in a day where nothing else is set: 20 GiB, some thousand photographs. */
export const defaultUploadBytesPerDay = 20 * 1024 ** 3;

function readUploadLimit(text: string | undefined): number {
  if (text === undefined) return defaultUploadBytesPerDay;
  if (!/^[1-9]\d{0,8}$/.test(text)) refuse('server.argument', { argument: `IMENA_UPLOAD_MIB_PER_DAY=${text}` });
  return Number(text) * 1024 ** 2;
}

/** The part of the settings that says where the data are. */
export function databaseSettings(environment: Environment, data?: string): Pick<Settings, 'dataDir' | 'databaseUrl' | 'ownerUrl'> {
  return {
    dataDir: path.resolve(data ?? environment['IMENA_DATA'] ?? 'data'), databaseUrl: environment['DATABASE_URL'], ownerUrl: environment['IMENA_OWNER_URL'],
  };
}

function parse(args: readonly string[]): { empty?: boolean | undefined; port?: string | undefined; data?: string | undefined } {
  try {
    return parseArgs({ args: [...args], options: { empty: { type: 'boolean' }, port: { type: 'string' }, data: { type: 'string' } } }).values;
  } catch (error) {
    return refuse('server.argument', { argument: error instanceof Error ? error.message : String(error) });
  }
}
