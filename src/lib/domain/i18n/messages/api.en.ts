/** Words of the API: its errors, and the page that describes it. */
export const api = {
  problems: {
    'bad-request': 'The request has parameters that the API does not know, or values that they cannot have.',
    missing: 'There is nothing at this address.',
    gone: 'It was here and was withdrawn.',
    'not-allowed': 'This may not be read.',
    'method-not-allowed': 'The API is for reading: GET and HEAD.',
    'too-many-requests': 'Too many requests. Wait as long as Retry-After says.',
    'page-missing': 'The list has no page of this number.',
    invalid: 'The request breaks a rule.',
    conflict: 'It changed meanwhile.',
    'too-large': 'The request is too large.',
    busy: 'The archive is busy. Try again later.'
  },
  parameters: {
    'unknown-parameter': 'The API does not know this parameter.',
    'not-a-number': 'This must be a whole number.',
    'too-small': 'This number is too small.',
    'too-large': 'This number is too large.',
    'bad-identifier': 'This is not an identifier.',
    'unknown-language': 'The archive does not know this language.',
    'unknown-status': 'There is no such status.',
    'unknown-kind': 'There is no such kind.',
    'unknown-choice': 'There is no such choice.',
    'not-a-year': 'A year has four digits.'
  },
  page: {
    title: 'For programs: the API',
    lead: 'Everything that the pages show can also be read by programs, as JSON. Nothing has to be asked for and nothing is recorded about who reads.',
    document: 'The description for programs (OpenAPI 3.1)',
    address: 'Address',
    parameter: 'Parameter',
    values: 'Values',
    meaning: 'What it does',
    answer: 'Answer',
    fields: 'Fields',
    rules: 'Rules',
    rulesText: [
      'Only what is public is here. People are named as they wish to be named at the moment of the answer; a name that may not be shown is null.',
      'Dates claim no more than the sources say. An event without a known day has no start and is not in the calendar file.',
      'Stand-ins are marked as such and left out of lists unless they are asked for.',
      'Answers carry an ETag; ask with If-None-Match to learn whether anything changed. RateLimit tells how many requests are left.',
      'Errors are problem details (RFC 9457) with a code that does not depend on the language.'
    ],
    other: 'Other forms',
    otherText: { rss: 'RSS', atom: 'Atom', ics: 'Calendar (ICS)', sitemap: 'Sitemap' },
    oneOf: (values: string) => `one of ${values}`,
    number: (from: string, to: string) => `a number from ${from} to ${to}`,
    fallback: (value: string) => `left out: ${value}`,
    text: 'text'
  },
  endpoints: {
    events: 'Events, the last published first',
    event: 'One event',
    recordings: 'Recordings, the last published first',
    recording: 'One recording, with its files',
    transcript: 'The transcript of a recording in one language',
    moments: 'The aligned moments of a recording: the same stretch of speech in each language',
    search: 'Search what was said',
    quotes: 'A link that lasts and citations for words of a transcript',
    people: 'People, as they wish to be named',
    person: 'One person',
    organizations: 'Organizations',
    organization: 'One organization',
    series: 'Tours and series',
    oneSeries: 'One tour or series'
  }
};
export type ApiMessages = typeof api;
