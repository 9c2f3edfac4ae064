/**
 * Names that enrichment puts into the malware objects of real bundles but that name no malware: programming languages
 * and generic words. AA25-239A carries "Golang" and "Route".
 */
const JUNK: ReadonlySet<string> = new Set([
  'backdoor',
  'bash',
  'botnet',
  'c2',
  'dropper',
  'exploit',
  'generic',
  'go',
  'golang',
  'java',
  'loader',
  'malicious',
  'malware',
  'n/a',
  'none',
  'other',
  'payload',
  'perl',
  'php',
  'powershell',
  'python',
  'ransomware',
  'rat',
  'rootkit',
  'route',
  'router',
  'rust',
  'script',
  'shell',
  'spyware',
  'suspicious',
  'test',
  'tool',
  'trojan',
  'unknown',
  'virus',
  'webshell',
  'worm',
]);

/** True for a name that names no malware family, tool or actor. */
export function isJunkName(name: string): boolean {
  const word = name.trim().toLowerCase();
  return word.length < 2 || JUNK.has(word);
}
