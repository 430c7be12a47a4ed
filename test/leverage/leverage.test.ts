import { describe, expect, it } from 'vitest';
import { known, leveraged, linesOf, segmentsIn, textOf } from './tools.js';

describe('leverage', () => {
  it('fills what stands in the memory, and says what is near', () => {
    const entries = [
      known('Reset the portal', 'Portal zurücksetzen'),
      known('Select **Save**, and wait 10 minutes.', '**Speichern** wählen und 10 Minuten warten.'),
      known(
        'You can also reset a password with the command line.',
        'Ein Kennwort kann auch hier zurückgesetzt werden.',
      ),
    ];
    const text = `---
title: Reset the portal
---
Select **Save**, and wait 10 minutes. Select **Save**, and wait 20 minutes.

You can also reset the password with the command line. Nothing is like this.
`;
    expect(linesOf(leveraged(text, entries))).toEqual([
      'Reset the portal | translated | 100 exact | Portal zurücksetzen',
      'Select **Save**, and wait 10 minutes. | translated | 100 exact | **Speichern** wählen und 10 Minuten warten.',
      'Select **Save**, and wait 20 minutes. | initial/near | 99 near | -',
      'You can also reset the password with the command line. | initial/fuzzy | 90 fuzzy | -',
      'Nothing is like this. | initial/empty | - | -',
    ]);
    expect(linesOf(leveraged(text, entries, { fill: 90 })).slice(2, 4)).toEqual([
      'Select **Save**, and wait 20 minutes. | translated/near | 99 near | **Speichern** wählen und 20 Minuten warten.',
      'You can also reset the password with the command line. | translated/fuzzy | 90 fuzzy | Ein Kennwort kann auch hier zurückgesetzt werden.',
    ]);
  });

  it('fills nothing where two targets are exact, unless the context decides', () => {
    const entries = [
      known('Next', 'Weiter', { previous: textOf('Back') }),
      known('Next', 'Nächste', { next: textOf('Page') }),
      known('Back', 'Zurück'),
      known('Page', 'Seite'),
    ];
    expect(linesOf(leveraged('Next', entries))).toEqual(['Next | initial/ambiguous | 99 ambiguous | -']);
    expect(linesOf(leveraged('Next', entries, { fill: 50 }))).toEqual(['Next | initial/ambiguous | 99 ambiguous | -']);
    expect(linesOf(leveraged('# Back\n\nNext', entries))[1]).toBe('Next | translated | 101 context | Weiter');
    expect(linesOf(leveraged('Next\n\n- Page', entries))[0]).toBe('Next | translated | 101 context | Nächste');
    expect(linesOf(leveraged('- Back\n- Next\n- Page', entries))[1]).toBe(
      'Next | initial/ambiguous | 99 ambiguous | -',
    );
    expect(segmentsIn(leveraged('Next', entries))[0]?.candidates.map(({ target }) => target.text)).toEqual([
      'Nächste',
      'Weiter',
    ]);
  });
});
