import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  bracketedTechniques,
  isTechniqueId,
  parentTechnique,
  parseTechniques,
  techniquesIn,
  techniqueUrl,
} from './index.ts';

describe('technique ids', () => {
  it('knows ids from what only looks like one', () => {
    expect(['T1040', 'T1021.004'].every(isTechniqueId)).toBe(true);
    expect(['T104', 'T10400', 't1040', 'TA0011', 'T1021.04', 'T1040\n'].some(isTechniqueId)).toBe(false);
  });

  it('takes the id out of a name that carries the tactic and a suffix', () => {
    expect(bracketedTechniques('Defense Evasion / Command Obfuscation [T1027.010] (ENT)')).toEqual([
      'T1027.010',
    ]);
    expect(bracketedTechniques('Command and Control [TA0011]')).toEqual([]);
    expect(bracketedTechniques('[T1571] and [T1040] and [T1571]')).toEqual(['T1040', 'T1571']);
  });

  it('takes the id out of a MISP galaxy name, not out of a longer word', () => {
    expect(techniquesIn('misp-galaxy:mitre-attack-pattern="Account Discovery - T1087"')).toEqual(['T1087']);
    expect(techniquesIn('https://attack.mitre.org/techniques/T1587')).toEqual(['T1587']);
    expect(techniquesIn('XT1087 T10877 CAT1087')).toEqual([]);
  });

  it('finds the parent and the page', () => {
    expect(parentTechnique('T1602.001')).toBe('T1602');
    expect(parentTechnique('T1602')).toBe('T1602');
    expect(techniqueUrl('T1602.001')).toBe('https://attack.mitre.org/techniques/T1602/001/');
  });
});

describe('the table of techniques', () => {
  const table = parseTechniques(
    readFileSync(new URL('../../../content/intel/attack-techniques.tsv', import.meta.url), 'utf8'),
  );

  it('names every technique of the advisory on router compromise', () => {
    expect(table.get('T1602.001')?.name).toBe('SNMP (MIB Dump)');
    expect(table.get('T1040')?.tactics).toContain('credential-access');
    expect(table.size).toBeGreaterThanOrEqual(42);
  });

  it('holds the parent of each sub-technique that a check may group by, or says nothing wrong', () => {
    for (const technique of table.values()) {
      expect(isTechniqueId(technique.id)).toBe(true);
      expect(technique.tactics.length).toBeGreaterThan(0);
    }
  });

  it('leaves out comments and broken lines', () => {
    expect(parseTechniques('# T1040\tx\nT1040\nbad\tname\nT1571\tNon-Standard Port\n').size).toBe(1);
  });
});
