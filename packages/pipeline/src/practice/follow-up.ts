import { dayText } from "./calendar.ts";
import { below, waiting } from "./random.ts";
import { caseKey, datePast, emit, newKey, type RegionRun, type Service } from "./region-run.ts";

/** What follows the decision about a report; it says how long the case stays open. */
export function afterDecision(run: RegionRun, at: number, day: number, decision: string, acute: boolean): void {
  const { random, cases } = run;
  switch (decision) {
    case "01":
      return helpedHere(run, at, day, acute);
    case "02":
      return handedOver(run, at, day + waiting(random, 3, 20), acute);
    case "04":
      return cases.keepOpenUntil(at, day + 14 + below(random, 46));
    default:
      return;
  }
}

function helpedHere(run: RegionRun, at: number, day: number, acute: boolean): void {
  const { random, cases, serviceChance, shares } = run;
  if ((run.serving.get(at) ?? -1) >= day) return cases.keepOpenUntil(at, day + 14);
  const draw = random();
  if (draw >= serviceChance.investigation + serviceChance.conditions)
    return cases.keepOpenUntil(at, day + waiting(random, 25, 120));
  const kind = draw < serviceChance.investigation ? "01" : "02";
  const start = day + below(random, 15);
  const end = start + 5 + waiting(random, shares.services.meanDays[kind] - 5, 400);
  run.services.push({ at, key: newKey(run, "D"), kind, start, end, ...outcome(run, at, kind) });
  run.serving.set(at, end);
  cases.keepOpenUntil(at, end);
  if (random() < shares.services.transferAfter) handedOver(run, at, end, acute);
  else monitor(run, at, end);
}

function outcome(run: RegionRun, at: number, kind: "01" | "02"): Pick<Service, "early" | "outcome" | "nature"> {
  const { random, shares, draws } = run;
  const nature = draws.natures[run.cases.nature(at)]!.text;
  if (kind === "02") return { early: random() < 0.1 ? "J" : "N", outcome: "", nature };
  if (random() < shares.services.endedEarly) return { early: "J", outcome: "", nature };
  let found = draws.outcomes.filter((it) => random() < it.share);
  if (found.length === 0) found = draws.outcomes.slice(-1);
  return {
    early: "N",
    outcome: found.map((it) => it.code(random)).join("|"),
    nature: found
      .map((it) => it.form)
      .sort()
      .join("|"),
  };
}

function handedOver(run: RegionRun, at: number, day: number, acute: boolean): void {
  const { random, draws, shares } = run;
  const first = (acute ? draws.transferWhenAcute : draws.transfer)(random);
  transfer(run, at, day, first, acute);
  if (random() < shares.transfers.second) {
    const second = (acute ? draws.transferWhenAcute : draws.transfer)(random);
    if (second !== first) transfer(run, at, day + waiting(random, 2, 10), second, acute);
  }
  monitor(run, at, day + 10);
}

function transfer(run: RegionRun, at: number, day: number, organisation: string, acute: boolean): void {
  const { random, draws, shares } = run;
  const help = shares.transfers.helpOf.includes(organisation) ? draws.help(random) : "";
  const police = (acute ? draws.policeReportWhenAcute : draws.policeReport)(random);
  run.cases.keepOpenUntil(at, day);
  emit(
    run,
    "overdracht",
    at,
    day,
    `${newKey(run, "O")},${caseKey(run, at)},${dayText(day)},${organisation},${help},${police}\n`,
  );
}

/** Some weeks and some months later Veilig Thuis asks how things are. */
function monitor(run: RegionRun, at: number, day: number): void {
  const { random, shares, cases, profile } = run;
  if (random() >= Math.min(0.9, shares.monitoring.share * profile.monitoring)) return;
  const first = day + 60 + below(random, 60);
  moment(run, at, first, 4);
  const last = first + 180 + below(random, 60);
  const second = random() < shares.monitoring.second;
  if (second) moment(run, at, last, 5);
  cases.keepOpenUntil(at, (second ? last : first) + below(random, 30));
}

function moment(run: RegionRun, at: number, day: number, least: number): void {
  const { random, shares } = run;
  const score = random() < shares.monitoring.noScore ? "" : String(least - 2 + below(random, 8));
  run.cases.monitorOn(at, day);
  emit(run, "monitoring", at, day, `${newKey(run, "T")},${caseKey(run, at)},${dayText(day)},${score}\n`);
}

/** Services that began and had not ended before the half-year; one that runs on is delivered again next time. */
export function writeServices(run: RegionRun): void {
  const running: Service[] = [];
  for (const it of run.services) {
    const gone = run.gone.has(it.at);
    if (it.start > run.period.last) {
      if (!gone) running.push(it);
      continue;
    }
    const end = gone ? Math.min(it.end, run.period.last) : it.end;
    const ended = end <= run.period.last;
    const cut = ended && end < it.end;
    if (!ended) running.push(it);
    run.write?.(
      "dienst",
      `${it.key},${caseKey(run, it.at)},${it.kind},${dayText(it.start)},${datePast(run, end)},${ended ? (cut ? "J" : it.early) : ""},${ended && !cut ? it.outcome : ""},${it.nature},\n`,
    );
  }
  run.services = running;
}
