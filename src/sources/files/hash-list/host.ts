/** A name of a host as shells and people write it; no dots of a path, no blanks. */
const NAME = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?){0,8}$/;
const REMARK = /^[#;]{1,8} {0,8}-{0,2}host(?:name)?(?: {0,4}[:=] {0,4}| {1,4})(\S{1,254})\s*$/i;
/** `root@jump-02:~# sha256sum …`, `[noc@jump-02 tmp]$ …` and `jump-02$ …`. */
const PROMPT =
  /^\[?(?:[\w.-]{1,64}@)?([\w.-]{1,254})(?::[^\s#$%>]{0,200}| [^\s\]#$%>]{0,200})?\]?[#$%>] {0,4}(\S.{0,4000})$/;
/** What a prompt must be followed by, so that no other line is taken for one. */
const COMMAND =
  /^(?:sudo )?(?:md5|sha\d{1,3}|md5sum|sha\d{1,3}sum|shasum|openssl|find|hostname|Get-FileHash|cat|ls|cd|exit)\b/;

/** A line that says whose files the following lines are, without a hash of its own. */
export interface HostLine {
  /** The host in lower case; null where the line names none after all, such as an address to this machine itself. */
  readonly host: string | null;
}

function named(text: string): string | null {
  const name = text.toLowerCase();
  return NAME.test(name) && name !== 'localhost' && !/^\d+$/.test(name) ? name : null;
}

/** Reads `# host: jump-02` and prompts of shells before a command that lists hashes; null for all other lines. */
export function readHostLine(text: string): HostLine | null {
  const remark = REMARK.exec(text);
  if (remark) return { host: named(remark[1] ?? '') };
  const prompt = PROMPT.exec(text);
  return prompt && COMMAND.test(prompt[2] ?? '') ? { host: named(prompt[1] ?? '') } : null;
}
