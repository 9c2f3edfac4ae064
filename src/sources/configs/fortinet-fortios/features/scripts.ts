import type { Script } from '../../../../model/device-facts.ts';
import { scrub } from '../../../kit/scrub.ts';
import { atBlock, type FortiScope, type Row, rowsOf, secretOf, value, words } from '../scope.ts';
import type { Table } from '../table.ts';
import { wholeText } from '../texts.ts';

const ACTION_SECRETS = 'aws-api-key azure-api-key-value gcp-api-key alicloud-access-key-secret';

/** Programs that the device runs by itself: scheduled scripts, and stitches of triggers and actions. */
export const SCRIPT_TABLES: readonly Table[] = [
  {
    path: 'system auto-script *',
    read: 'script start interval repeat',
    rest: 'script setting',
  },
  {
    path: 'system automation-action *',
    read: `action-type script email-to uri method http-body protocol port headers ${ACTION_SECRETS} accprofile`,
    rest: 'setting of an automation',
  },
  {
    path: 'system automation-trigger *',
    read:
      'trigger-type event-type logid trigger-frequency trigger-hour trigger-minute trigger-weekday ' +
      'trigger-day trigger-datetime',
    rest: 'setting of an automation',
  },
  {
    path: 'system automation-stitch *',
    read: 'status trigger action destination',
    rest: 'setting of an automation',
  },
  {
    path: 'system automation-stitch * actions *',
    read: 'action',
    rest: 'setting of an automation',
  },
];

/** Makes scripts: bodies line by line, secrets taken out. */
export function buildScripts(to: FortiScope): void {
  for (const row of rowsOf(to, 'system auto-script *')) {
    const when = ['start', 'interval', 'repeat'].flatMap((attribute) => said(row, attribute));
    push(to, row, { kind: 'scheduler', body: [...when, ...bodyOf(to, row, 'script')] });
  }
  for (const row of rowsOf(to, 'system automation-action *')) {
    for (const attribute of ACTION_SECRETS.split(' '))
      secretOf(to, row, { attribute, use: 'automation', purpose: 'key' });
    const kind = value(row, 'action-type');
    if (kind === null && !row.values.has('script') && !row.values.has('uri')) continue;
    const target = ['action-type', 'email-to', 'method', 'uri'].flatMap((attribute) => said(row, attribute));
    push(to, row, {
      kind: 'eem',
      body: [...target, ...bodyOf(to, row, 'script'), ...bodyOf(to, row, 'http-body')],
    });
  }
  for (const row of rowsOf(to, 'system automation-stitch *')) {
    const inner = rowsOf(to, 'system automation-stitch * actions *').filter(
      (each) => each.names[0] === row.names[0],
    );
    const body = ['status', 'trigger', 'action', 'destination'].flatMap((attribute) => said(row, attribute));
    push(to, row, { kind: 'eem', body: [...body, ...inner.flatMap((each) => said(each, 'action'))] });
  }
}

function said(row: Row, attribute: string): string[] {
  const text = words(row, attribute).join(' ');
  return text === '' ? [] : [`${attribute} ${scrub(text)}`];
}

function bodyOf(to: FortiScope, row: Row, attribute: string): string[] {
  const found = row.values.get(attribute);
  if (!found) return [];
  return wholeText(to.tree, found.statement, found.words.join(' ')).map((line) => scrub(line));
}

function push(to: FortiScope, row: Row, script: Pick<Script, 'kind' | 'body'>): void {
  to.draft.scripts.push({ ...atBlock(row.block, to.tree), name: row.names[0] ?? '', ...script });
}
