import type { Element, Role, TimeForm } from './elements.ts';
import { elementOf } from './elements.ts';
import type { Template } from './template.ts';
import { VARIABLE } from './template.ts';

/** One copy: the field at `offset` (in fixed records) of `width` bytes goes to the column of `role`. */
export interface Copy {
  readonly role: Role;
  /** Place of the field in the template. */
  readonly field: number;
  readonly offset: number;
  readonly width: number;
  readonly form: TimeForm | null;
}

/** How records of a template are read, worked out once. */
export interface Plan {
  /** Bytes of a record; for records of variable length the least. */
  readonly size: number;
  readonly variable: boolean;
  /** Widths of all fields in order, for records of variable length. */
  readonly widths: readonly number[];
  readonly copies: readonly Copy[];
  /** Roles that no copy fills: their columns are set to 0. */
  readonly absent: readonly Role[];
  /** What is the matter when the records hold no flows we can use. */
  readonly useless: boolean;
  readonly has: ReadonlySet<Role>;
  readonly firstForm: TimeForm | null;
  readonly lastForm: TimeForm | null;
}

const ALWAYS: readonly Role[] = [
  'src4',
  'dst4',
  'src6',
  'dst6',
  'srcPort',
  'dstPort',
  'protocol',
  'tcpFlags',
  'inIf',
  'outIf',
  'bytes',
  'packets',
];

/** Widest record that is read; UDP cannot carry more. */
const MOST_SIZE = 65_535;

/** Works out the plan of a template. */
export function planOf(template: Template): Plan {
  const best = new Map<Role, { copy: Copy; element: Element }>();
  let offset = 0;
  let variable = false;
  template.fields.forEach((field, index) => {
    const width = field.width === VARIABLE ? 1 : field.width;
    if (field.width === VARIABLE) variable = true;
    else if (index >= template.scopes) {
      const element = elementOf(field.enterprise, field.number, field.width);
      const known = element && best.get(element.role);
      if (element && (!known || element.rank < known.element.rank)) {
        const copy = { role: element.role, field: index, offset, width, form: element.form ?? null };
        best.set(element.role, { copy, element });
      }
    }
    offset += width;
  });
  const copies = [...best.values()].map((b) => b.copy).sort((a, b) => a.field - b.field);
  const has = new Set(copies.map((c) => c.role));
  return {
    size: offset,
    variable,
    widths: template.fields.map((f) => f.width),
    copies,
    absent: ALWAYS.filter((role) => !has.has(role)),
    useless: offset > MOST_SIZE || !(['src4', 'dst4', 'src6', 'dst6'] as const).some((role) => has.has(role)),
    has,
    firstForm: best.get('first')?.copy.form ?? null,
    lastForm: best.get('last')?.copy.form ?? null,
  };
}
