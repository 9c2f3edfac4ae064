import { recall, remember } from '../base/compiled.ts';
import { late } from '../base/late.ts';
import { printable } from '../base/printable.ts';
import { type Campaign, campaignSchema } from './campaign.ts';

/** One campaign file as text; the caller reads it, so that content is opened in one place only. */
export interface CampaignFile {
  readonly name: string;
  readonly text: string;
}

/** Why a campaign file was not taken. */
export type CampaignProblemCode =
  | 'too-many-files'
  | 'too-large'
  | 'too-deep'
  | 'not-yaml'
  | 'wrong-shape'
  | 'duplicate-step'
  | 'too-strict'
  | 'duplicate-id';

/** A named problem in a campaign file; the file gives no campaign, and the others are read all the same. */
export interface CampaignProblem {
  readonly file: string;
  readonly code: CampaignProblemCode;
  /** Where in the file, such as `steps.3.checks`; empty for the whole file. */
  readonly path: string;
  readonly message: string;
}

/** Declared limits of the campaign reader. */
export const CAMPAIGN_LIMITS: {
  readonly files: number;
  readonly characters: number;
  readonly nesting: number;
} = { files: 200, characters: 65_536, nesting: 10 };

type Read = { readonly campaign: Campaign } | { readonly problems: readonly CampaignProblem[] };

/**
 * Reads campaign files, sorted by id. Of two files with one id neither is taken, because nobody can tell which one
 * is right.
 */
export function parseCampaigns(files: readonly CampaignFile[]): {
  campaigns: Campaign[];
  problems: CampaignProblem[];
} {
  const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const problems: CampaignProblem[] = [];
  const byId = new Map<string, { campaign: Campaign; file: string }[]>();
  for (const { name, text } of sorted.slice(0, CAMPAIGN_LIMITS.files)) {
    const file = printable(name, 120);
    const read = parseFile(file, text);
    if ('problems' in read) problems.push(...read.problems);
    else
      byId.set(read.campaign.id, [...(byId.get(read.campaign.id) ?? []), { campaign: read.campaign, file }]);
  }
  const left = files.length - CAMPAIGN_LIMITS.files;
  if (left > 0) problems.push(problem('', 'too-many-files', `${left} files were not read`));
  const campaigns: Campaign[] = [];
  for (const [id, rows] of byId) {
    if (rows.length === 1) campaigns.push(...rows.map((row) => row.campaign));
    else
      problems.push(
        ...rows.map(({ file }) => problem(file, 'duplicate-id', `${id} is used by more than one file`)),
      );
  }
  return { campaigns: campaigns.sort((a, b) => (a.id < b.id ? -1 : 1)), problems };
}

function problem(file: string, code: CampaignProblemCode, message: string): CampaignProblem {
  return { file, code, path: '', message };
}

function parseFile(file: string, text: string): Read {
  const known = recall('campaign', text);
  if (known !== undefined) return { campaign: known as Campaign };
  const yaml = readYaml(file, text);
  if ('problems' in yaml) return yaml;
  const read = campaignSchema().safeParse(yaml.value);
  if (!read.success) {
    const issues = read.error.issues.slice(0, 20);
    return {
      problems: issues.map((issue) => ({
        file,
        code: 'wrong-shape',
        path: printable(issue.path.map(String).join('.'), 100),
        message: printable(issue.message, 200),
      })),
    };
  }
  const wrong = checkMeaning(file, read.data);
  if (wrong) return { problems: [wrong] };
  remember('campaign', text, read.data);
  return { campaign: read.data };
}

function readYaml(file: string, text: string): { value: unknown } | { problems: CampaignProblem[] } {
  const refuse = (code: CampaignProblemCode, message: string): { problems: CampaignProblem[] } => ({
    problems: [problem(file, code, message)],
  });
  if (text.length > CAMPAIGN_LIMITS.characters)
    return refuse('too-large', `is over ${CAMPAIGN_LIMITS.characters} characters`);
  if (nestsTooDeep(text))
    return refuse('too-deep', `is nested deeper than ${CAMPAIGN_LIMITS.nesting} levels`);
  const document = late('yaml').parseDocument(text, {
    schema: 'core',
    uniqueKeys: true,
    merge: false,
    logLevel: 'error',
  });
  const first = document.errors[0] ?? document.warnings[0];
  if (first) return refuse('not-yaml', printable(first.message.split('\n')[0] ?? '', 200));
  try {
    return { value: document.toJS({ maxAliasCount: 0 }) };
  } catch {
    return refuse('not-yaml', 'uses aliases, which campaign files may not');
  }
}

/** A rough bound taken before the parser runs, because the parser recurses: brackets, indents and dashes nest. */
function nestsTooDeep(text: string): boolean {
  let brackets = 0;
  for (const line of text.split('\n')) {
    const lead = line.length - line.trimStart().length;
    const marks = line.length - line.replace(/^[\s\-?:]+/, '').length - lead;
    if (lead > CAMPAIGN_LIMITS.nesting * 4 || marks > CAMPAIGN_LIMITS.nesting) return true;
    for (const char of line) {
      if (char === '[' || char === '{') brackets += 1;
      else if (char === ']' || char === '}') brackets = Math.max(0, brackets - 1);
      if (brackets > CAMPAIGN_LIMITS.nesting) return true;
    }
  }
  return false;
}

function checkMeaning(file: string, campaign: Campaign): CampaignProblem | null {
  const ids = campaign.steps.map((s) => s.id);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice !== undefined) return problem(file, 'duplicate-step', `has two steps called ${twice}`);
  const visible = campaign.steps.filter((s) => s.checks.length > 0).length;
  if (campaign.alignment.steps <= visible) return null;
  return problem(
    file,
    'too-strict',
    `asks for ${campaign.alignment.steps} steps, but checks can see ${visible} only`,
  );
}
