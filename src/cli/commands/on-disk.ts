import type { Answers } from '../../model/answers.ts';

/** A file as it lies on the disk (or a stream as it came in), with the hash that other tools give for it. */
export interface OnDisk {
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
}

/** All files that the evidence came from, packed ones still packed, by name, then hash. */
export function onDisk(answers: Answers): OnDisk[] {
  const copies = Map.groupBy(answers.evidence.duplicates, (d) => d.of);
  const found = new Map<string, OnDisk>();
  const note = (file: OnDisk): unknown => found.set(`${file.name}\n${file.sha256}`, file);
  for (const { id, name, size, hashed, containers } of answers.files) {
    for (const container of containers) note(container);
    if (!hashed) continue;
    const names = [name, ...(copies.get(id) ?? []).map((d) => d.name)];
    const packed = (n: string): boolean => containers.some((c) => n === c.name || n.startsWith(`${c.name}!`));
    for (const n of names) if (!packed(n)) note({ name: n, sha256: id, size });
  }
  return [...found.keys()].sort().map((key) => found.get(key) as OnDisk);
}
