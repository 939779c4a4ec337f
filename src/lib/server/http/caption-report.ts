import type { Finding } from '#lib/domain/captions/checks/types.ts';
import { changeName, type Repair } from '#lib/domain/captions/repairs/index.ts';
import { plainText } from '#lib/domain/captions/plain.ts';
import { problemText } from '#lib/domain/i18n/messages/captions.ts';
import { workshopMessages } from '#lib/domain/i18n/messages/workshop.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import type { CaptionFormat, Problem, SpokenCue } from '#lib/domain/captions/types.ts';
import type { FindingGroup, RepairView, ReportProblem } from '#lib/domain/captions/report-view.ts';

/** Of one kind so many are listed; the rest is counted. */
const listedFindings = 20;
const listedChanges = 60;

/** Findings by kind, in the order in which the kinds were found: the worst are about the whole track. */
export function groupFindings(findings: readonly Finding[], locale: Locale): FindingGroup[] {
  const words = workshopMessages(locale).checks;
  const groups = new Map<string, FindingGroup>();
  for (const { code, cue, startMs, data } of findings) {
    const group = groups.get(code) ?? { code, title: words[code].title, count: 0, items: [] };
    groups.set(code, group);
    group.count++;
    if (group.items.length < listedFindings) group.items.push({ cue, startMs, text: words[code].text(data) });
  }
  return [...groups.values()];
}

export const reportProblems = (problems: readonly Problem[], locale: Locale): ReportProblem[] =>
  problems.slice(0, 50).map((problem) => ({ line: problem.line, text: problemText(problem, locale) }));

const shown = ({ startMs, endMs, text }: SpokenCue, format: CaptionFormat) => ({
  startMs,
  endMs,
  text: plainText(text, format)
});

export const repairViews = (repairs: readonly Repair[], format: CaptionFormat, locale: Locale): RepairView[] =>
  repairs.map(({ code, changes }) => ({
    ...{ code, ...workshopMessages(locale).repairs[code], count: changes.length },
    changes: changes.slice(0, listedChanges).map((change) => ({
      name: changeName(code, change),
      before: shown(change.before, format),
      after: change.after && shown(change.after, format)
    }))
  }));
