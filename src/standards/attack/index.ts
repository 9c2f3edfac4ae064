export type { Technique } from './technique.ts';
export {
  bracketedTechniques,
  isTechniqueId,
  parentTechnique,
  parseTechniques,
  techniquesIn,
  techniqueUrl,
} from './technique.ts';
