/** One row of a corpus's truth.json; bench/corpus/README.md says what each field means. */
export interface TruthRow {
  id: string;
  query: string;
  kind: string;
  lang: 'en' | 'es' | 'all';
  closed: boolean;
  expected: (Place & { original: boolean; partner?: Omit<Place, 'recording'> })[];
  mustNot: Place[];
}

interface Place {
  recording: string;
  language: string;
  startMs: number;
  endMs: number;
}

/** As much of an answer of GET /api/v1/search as is judged. */
export interface JudgedMoment {
  recording: string;
  matches: { lang: string; startMs: number; endMs: number; original: boolean; matched: boolean }[];
}

export interface Judgment {
  wanted: number;
  found: number;
  /** Returned for closed rows, and of these the right ones. */
  returned: number;
  right: number;
  forbidden: number;
  partners: number;
  partnersFound: number;
  wrongOriginal: number;
  /** Moments listed more than once. */
  repeated: number;
  /** What went wrong, a line each. */
  faults: string[];
}

/** Asks every row that is not hostile and counts; `ask` gives all moments of a query. */
export async function judge(
  rows: readonly TruthRow[],
  ask: (query: string, lang: TruthRow['lang']) => Promise<JudgedMoment[]>
): Promise<Judgment> {
  const sum: Judgment = {
    ...{ wanted: 0, found: 0, returned: 0, right: 0, forbidden: 0, partners: 0, partnersFound: 0 },
    ...{ wrongOriginal: 0, repeated: 0, faults: [] }
  };
  for (const row of rows) {
    if (row.kind === 'hostile') continue;
    judgeRow(row, await ask(row.query, row.lang), sum);
  }
  return sum;
}

function judgeRow(row: TruthRow, moments: readonly JudgedMoment[], sum: Judgment): void {
  const fault = (text: string) => sum.faults.push(`${row.kind} ${row.query}: ${text}`);
  const at = ({ recording, language, startMs, endMs }: Place) => `${recording} ${language} ${startMs}-${endMs}`;
  const places = ({ recording, matches }: JudgedMoment) =>
    matches.filter(({ matched }) => matched).map(({ lang, ...match }) => at({ recording, language: lang, ...match }));
  const wanted = new Set(row.expected.map(at));
  for (const expected of row.expected) {
    sum.wanted++;
    const moment = moments.find((each) => places(each).includes(at(expected)));
    if (moment === undefined) {
      fault(`not found: ${at(expected)}`);
      continue;
    }
    sum.found++;
    const match = moment.matches.find(
      ({ lang, startMs }) => lang === expected.language && startMs === expected.startMs
    );
    if (match?.original !== expected.original) {
      sum.wrongOriginal++;
      fault(`original is not ${String(expected.original)}: ${at(expected)}`);
    }
    const { partner } = expected;
    if (partner === undefined) continue;
    sum.partners++;
    const beside = ({ lang, startMs, endMs }: JudgedMoment['matches'][number]) =>
      lang === partner.language && startMs < partner.endMs && endMs > partner.startMs;
    if (moment.matches.some(beside)) sum.partnersFound++;
    else fault(`without its partner: ${at(expected)}`);
  }
  if (row.closed) {
    const partners = row.expected.flatMap(({ recording, partner }) => (partner ? [at({ recording, ...partner })] : []));
    for (const moment of moments) {
      sum.returned++;
      if (places(moment).some((place) => wanted.has(place) || partners.includes(place))) sum.right++;
      else fault(`too much: ${places(moment).join(', ')}`);
    }
  }
  const all = moments.flatMap(({ recording, matches }) =>
    matches.map(({ lang, ...match }) => at({ recording, language: lang, ...match }))
  );
  for (const place of row.mustNot) {
    if (!all.includes(at(place))) continue;
    sum.forbidden++;
    fault(`forbidden: ${at(place)}`);
  }
  const listed = moments.map((moment) => places(moment).sort().join('|'));
  sum.repeated += listed.length - new Set(listed).size;
}
