import type { RefusalWords } from '#lib/domain/i18n/messages/refusals.en.ts';

export const recordRefusals: RefusalWords = {
  'records.step': () => 'Somebody else changed the state meanwhile. Look at it as it is now.',
  'records.schedule-past': () => 'Choose a moment that is still to come.',
  'records.no-consent': () =>
    'This person has not agreed to be named. Ask first and set the consent, or give another name.',
  'records.waiting-differs': () =>
    'The changes that wait touch a field that was changed since. Open the form, compare and save it again.',
  'records.not-by-name': () => 'This cannot be made from here. Open a new tab and add it there.',
  'protect.no-pseudonym': () => 'Write the other name in both languages: it stands wherever the name stood.',
  'records.bad-name': () => 'This name cannot be used. Write it on one line, without marks that are not seen.',
  'images.missing': () => 'Choose a picture file.',
  'images.kind': () => 'This file could not be read as a picture. Use JPEG, PNG, WebP, GIF or AVIF.',
  'images.broken': () =>
    'This picture is damaged or cut short. Open it in another program, save it anew and choose that file.',
  'images.too-large': () =>
    'The picture is larger than 25 MB or 50 million points. Make it smaller and choose it again.',
  'images.busy': () => 'Several pictures are being drawn right now. Please choose it again in a minute.',
  'records.not-restored': () => 'This version points to things that are no longer here, so it was not restored.'
};
