import { describeProblem } from '@imena/problem';
import type { Finding } from '@imena/server';
import { usageOf, type Call, type Command } from '../command.ts';
import { loadServer } from '../load-server.ts';

export const dataOption = { data: { type: 'string' } } as const;

/** What the use cases of the server need to know of a call. */
export function serverOptions(call: Call): { environment: Call['environment']; data: string | undefined; log: (line: string) => void } {
  return { environment: call.environment, data: call.text('data'), log: call.err };
}

/** The one positional argument of a command. */
export function oneArgument(call: Call, command: Command): string {
  const [argument] = call.positionals;
  if (argument === undefined || call.positionals.length !== 1) throw usageOf(command);
  return argument;
}

export const backup: Command = {
  name: 'backup',
  usage: 'FILE.tar [--data FOLDER]',
  summary: { en: 'writes everything into one file; the server may run', uk: 'записує все в один файл; сервер може працювати' },
  help: {
    en: 'Ledger, bodies, accounts, keys and files in one snapshot. The file holds the private keys: keep it as safe as the installation itself.',
    uk: 'Журнал, зміст, облікові записи, ключі та файли на один момент. Файл містить приватні ключі: бережіть його так само, як саме встановлення.',
  },
  options: dataOption,
  run: async (call) => {
    const file = oneArgument(call, backup);
    const manifest = await (await loadServer()).runBackup(serverOptions(call), file);
    const words = {
      en: `${file}: ${manifest.size} entries, ${manifest.files} files; ${manifest.missingFiles.length} files that entries name have not arrived`,
      uk: `${file}: записів ${manifest.size}, файлів ${manifest.files}; файлів, названих у записах, але не отриманих: ${manifest.missingFiles.length}`,
    };
    call.out(call.isJson ? JSON.stringify({ file, ...manifest }) : words[call.language]);
    return 0;
  },
};

export const restore: Command = {
  name: 'restore',
  usage: 'FILE.tar [--data FOLDER]',
  summary: { en: 'brings a backup back into an empty data folder', uk: 'відновлює резервну копію в порожню теку даних' },
  help: {
    en: 'Every hash is checked and the log is verified against its newest checkpoint. A restore that was cut off leaves a folder that refuses to start.',
    uk: 'Кожен геш перевіряється, журнал звіряється з найновішою контрольною точкою. Перерване відновлення лишає теку, яка відмовляється запускатися.',
  },
  options: dataOption,
  run: async (call) => {
    const file = oneArgument(call, restore);
    const manifest = await (await loadServer()).runRestore(serverOptions(call), file);
    const words = {
      en: `Restored: ${manifest.size} entries, ${manifest.files} files. imena doctor --full examines it.`,
      uk: `Відновлено: записів ${manifest.size}, файлів ${manifest.files}. Перевірити: imena doctor --full.`,
    };
    call.out(call.isJson ? JSON.stringify(manifest) : words[call.language]);
    return 0;
  },
};

export const rebuild: Command = {
  name: 'rebuild',
  usage: '[--data FOLDER]',
  summary: { en: 'drops the register and folds it anew from the ledger', uk: 'скидає реєстр і будує його наново з журналу' },
  help: { en: 'Refused while a server runs. Cut off, it is continued by the next start.', uk: 'Відмовляє, поки сервер працює. Перерване продовжується під час наступного запуску.' },
  options: dataOption,
  run: async (call) => {
    if (call.positionals.length > 0) throw usageOf(rebuild);
    const { entries } = await (await loadServer()).runRebuild(serverOptions(call));
    call.out(call.isJson ? JSON.stringify({ entries }) : { en: `The register was folded from ${entries} entries.`, uk: `Реєстр побудовано із записів: ${entries}.` }[call.language]);
    return 0;
  },
};

export const doctor: Command = {
  name: 'doctor',
  usage: '[--full] [--data FOLDER]',
  summary: { en: 'examines chains, signatures, roots, files, register and database', uk: 'перевіряє ланцюги, підписи, корені, файли, реєстр і базу даних' },
  help: {
    en: 'Works beside a running server; the register is compared by a sample of subjects. With --full, and the server stopped, the whole register is folded anew and compared. Exit code 1 when anything is wrong.',
    uk: 'Працює поруч із сервером; реєстр звіряється за вибіркою об’єктів. З --full, коли сервер зупинено, увесь реєстр будується наново і порівнюється. Код завершення 1, якщо щось не так.',
  },
  options: { ...dataOption, full: { type: 'boolean' } },
  run: async (call) => {
    if (call.positionals.length > 0) throw usageOf(doctor);
    const findings = await (await loadServer()).runDoctor(serverOptions(call), { isFull: call.flag('full') });
    const ok = findings.every((finding) => finding.ok);
    if (call.isJson) call.out(JSON.stringify({ ok, findings }));
    else for (const line of findings.flatMap((finding) => describeFinding(finding, call))) call.out(line);
    return ok ? 0 : 1;
  },
};

function describeFinding({ check, ok, count, wrong, notes }: Finding, { language }: Call): string[] {
  const words = { en: ok ? 'in order' : 'WRONG', uk: ok ? 'гаразд' : 'НЕГАРАЗД' }[language];
  const lines = [...wrong.map((problem) => `  ✗ ${describeProblem(problem, language)}`), ...notes.map((problem) => `  ? ${describeProblem(problem, language)}`)];
  return [`${check.padEnd(12)} ${words} (${count})`, ...lines];
}
