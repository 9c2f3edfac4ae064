import { type Path, secretIn } from '../scope.ts';
import { service } from './service.ts';

/** Where configurations or files are sent: `archive-sites "scp://backup@192.0.2.9/" password "$9$…"`. */
export function readSites(line: Path): void {
  const { args } = line;
  const i = args.indexOf('archive-sites');
  if (i < 0) {
    if (args[0] === 'transfer-on-commit' || args[0] === 'transfer-interval')
      service(line, 'archive', { detail: args.join(' ') });
    else line.statement.aside('configuration archive setting');
    return;
  }
  const url = args[i + 1] ?? '';
  if (args[i + 2] === 'password') secretIn(line, args[i + 3], { use: 'archive', purpose: 'password' });
  else keepInside(line, url);
  service(line, 'archive', { detail: bare(url) });
}

/** A password inside the address: `ftp://user:text@host/`. */
function keepInside(line: Path, url: string): void {
  const from = url.indexOf('://') + 3;
  const end = url.lastIndexOf('@');
  const colon = url.indexOf(':', from);
  if (from >= 3 && colon > 0 && colon < end)
    secretIn(line, url.slice(colon + 1, end), { use: 'archive', purpose: 'password' });
}

/** The address without user and password. */
function bare(url: string): string {
  const from = url.indexOf('://') + 3;
  const end = url.lastIndexOf('@');
  return from < 3 || end < from ? url : `${url.slice(0, from)}[user]${url.slice(end)}`;
}
