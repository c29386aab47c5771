/** What the environment says, read once into one frozen object. Every variable is documented in docs/operations.md. */
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StartFailure } from '#platform/http/start-failure.ts';
import { type MailSettings, readMailSettings } from '#platform/mail/index.ts';

/** The parts that one process can serve; by default all of them. */
export const services = ['public', 'officer', 'open-data', 'worker'] as const;
export type Service = (typeof services)[number];

export type Settings = {
  readonly port: number;
  readonly host: string;
  /** Where citizens and officers reach the program from outside; passkeys are bound to its host name. */
  readonly publicUrl: URL;
  readonly dataDir: string;
  /** An external PostgreSQL, owner of the database; undefined means the embedded one. */
  readonly databaseUrl: string | undefined;
  readonly serve: ReadonlySet<Service>;
  /** Where the ledger's last signed checkpoint is kept beside the database, best on another machine. */
  readonly ledgerCopy: string;
  /** The state emblem that official papers carry, a PNG or SVG; undefined leaves its room empty. */
  readonly emblemFile: string | undefined;
  readonly logLevel: string;
  /** Undefined: mail waits until a server is set. */
  readonly mail: MailSettings | undefined;
  /** Cost of the proof of work asked of an anonymous sender: the largest number to search. */
  readonly proofOfWorkMax: number;
};

export const projectRoot = resolve(fileURLToPath(import.meta.url), '../../..');

/** Reads the settings; throws a StartFailure that names the variable and the value expected. */
export function readSettings(
  env: NodeJS.ProcessEnv = process.env,
  argv: readonly string[] = process.argv,
): Settings {
  const port = readPort(env['PORT'] ?? '8080');
  const host = env['HOST'] ?? '127.0.0.1';
  const dataDir = resolve(env['DATA_DIR'] ?? join(projectRoot, 'data'));
  return Object.freeze({
    port,
    host,
    publicUrl: readUrl('PUBLIC_URL', env['PUBLIC_URL'] ?? `http://localhost:${port}`),
    dataDir,
    ledgerCopy: resolve(env['LEDGER_COPY'] ?? join(dataDir, 'ledger-last-checkpoint')),
    emblemFile: env['EMBLEM_FILE'] || undefined,
    databaseUrl: env['DATABASE_URL'] || undefined,
    serve: readServices(
      argv.find((word) => word.startsWith('--serve='))?.slice('--serve='.length) ?? env['SERVE'],
    ),
    // A person at a terminal wants to read what to open, not every request.
    logLevel: env['LOG_LEVEL'] ?? (process.stderr.isTTY ? 'warn' : 'info'),
    mail: readMailSettings(env),
    proofOfWorkMax: readPositive('PROOF_OF_WORK_MAX', env['PROOF_OF_WORK_MAX'] ?? '50000'),
  });
}

function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new StartFailure(
    'bad-setting',
    `PORT must be a number from 0 to 65535, not "${text}"`,
    `PORT ต้องเป็นเลข 0 ถึง 65535`,
  );
}

function readPositive(name: string, text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new StartFailure(
    'bad-setting',
    `${name} must be a positive whole number, not "${text}"`,
    `${name} ต้องเป็นจำนวนเต็มบวก`,
  );
}

function readUrl(name: string, text: string): URL {
  if (URL.canParse(text)) return new URL(text);
  throw new StartFailure(
    'bad-setting',
    `${name} must be a full address such as https://prongsai.example, not "${text}"`,
    `${name} ต้องเป็นที่อยู่เว็บเต็มรูปแบบ`,
  );
}

function readServices(list: string | undefined): ReadonlySet<Service> {
  if (!list) return new Set(services);
  const names = list.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !services.includes(name as Service));
  if (unknown === undefined) return new Set(names as Service[]);
  throw new StartFailure(
    'bad-setting',
    `--serve knows ${services.join(', ')}, not "${unknown}"`,
    `--serve รับเฉพาะ ${services.join(', ')}`,
  );
}
