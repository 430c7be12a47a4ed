import type { AttributeRule } from '../structure.js';
import type { ValueRule } from '../values.js';

/** A section of the specification. */
export function at(section: string): string {
  return `XLIFF 2.0, ${section}`;
}

/** The namespace of XLIFF 2.2. */
export const xliff22 = 'urn:oasis:names:tc:xliff:document:2.2';

/** A section of the specification of 2.2, by its title. */
export function at22(title: string): string {
  return `XLIFF 2.2, ${title}`;
}

/** An attribute that may stand, with the section that has it. */
export function of(value: ValueRule, section: string): AttributeRule {
  return { value, clause: at(section) };
}

/** An attribute that must stand, with the section that has it. */
export function required(value: ValueRule, section: string): AttributeRule {
  return { ...of(value, section), required: true };
}
