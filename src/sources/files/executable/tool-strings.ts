import type { z as Zod } from 'zod';
import { recall, remember } from '../../../base/compiled.ts';
import { late } from '../../../base/late.ts';

/** One tool that its byte strings tell, as content/tool-strings holds it. */
export interface ToolStrings {
  readonly id: string;
  readonly title: string;
  readonly marking: string;
  readonly verifiedOn: string;
  readonly sources: readonly { readonly title: string; readonly url: string }[];
  /** How many of the strings must be there. */
  readonly atLeast: number;
  readonly strings: readonly {
    readonly id: string;
    readonly text: string;
    readonly note?: string | undefined;
  }[];
}

function toolSchema(): Zod.ZodType<ToolStrings> {
  const z = late('zod');
  const ID = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);
  return z.strictObject({
    id: ID,
    title: z.string().min(1),
    marking: z.string(),
    verifiedOn: z.iso.date(),
    sources: z.array(z.strictObject({ title: z.string(), url: z.url() })).min(1),
    atLeast: z.int().min(1),
    strings: z
      .array(z.strictObject({ id: ID, text: z.string().min(4).max(1000), note: z.string().optional() }))
      .min(1)
      .max(200),
  });
}

/** The tools of content/tool-strings, in order of path; files that do not fit are named with what is wrong. */
export function loadToolStrings(content: ReadonlyMap<string, string>): {
  tools: ToolStrings[];
  problems: string[];
} {
  const tools: ToolStrings[] = [];
  const problems: string[] = [];
  for (const path of [...content.keys()].filter((p) => /^tool-strings\/[^/]+\.ya?ml$/.test(p)).sort()) {
    const tool = readTool(content.get(path) ?? '');
    if (typeof tool === 'string') problems.push(`${path}: ${tool}`);
    else tools.push(tool);
  }
  return { tools, problems };
}

function readTool(text: string): ToolStrings | string {
  const known = recall('tool-strings', text);
  if (known !== undefined) return known as ToolStrings;
  try {
    const tool = toolSchema().safeParse(late('yaml').parse(text, { maxAliasCount: 0 }));
    if (!tool.success) return tool.error.issues[0]?.message ?? 'does not fit';
    remember('tool-strings', text, tool.data);
    return tool.data;
  } catch {
    return 'is not YAML';
  }
}

/**
 * What a file record says of the strings found: the id of each tool whose condition holds, then `tool/string` for
 * each string, in the order of the content files.
 */
export function describeStrings(tools: readonly ToolStrings[], found: ReadonlySet<string>): string[] {
  return tools.flatMap((tool) => {
    const held = tool.strings.map(({ id }) => `${tool.id}/${id}`).filter((id) => found.has(id));
    return held.length >= tool.atLeast ? [tool.id, ...held] : held;
  });
}
