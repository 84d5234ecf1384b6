import type { AreaView } from "@impactmonitor/views/area-view";
import { areaLabel } from "@impactmonitor/views/area-words";
import type { ContextGroup, ContextLack, ContextLine } from "@impactmonitor/views/context/context-lines";
import { groupName, statusMeaning, statusName } from "@impactmonitor/views/context/context-words";
import { counted, nouns } from "@impactmonitor/views/counted";
import { editionName, sourceWord } from "@impactmonitor/views/practice-words";
import type { Desk } from "../desk.ts";
import { Fact, FactWithUnit, TableLinks } from "../parts/context-fact.tsx";
import { copyable } from "../parts/figure.tsx";
import { words } from "./area-words.ts";

/** What sort of area this is: facts by group, each beside the country's, with its year, standing and table. */
export function Context({ desk, view }: { desk: Desk; view: AreaView }) {
  const { say, language } = desk;
  const { groups, lacking } = view.context;
  const name = areaLabel(view.area, language);
  const source = `${sourceWord(desk.book, language)}: ${tablesOf(desk, groups).join(", ")}. Impactmonitor, ${editionName(desk.book, language)}.`;
  return (
    <section aria-labelledby="over-dit-gebied">
      <h2 id="over-dit-gebied">{say(words.context)}</h2>
      <p>{say(words.contextIntro)}</p>
      <table class="utrecht-table figures setting" {...copyable(desk, source)}>
        <caption class="sr">
          {say(words.context)}: {name}
        </caption>
        <thead>
          <tr>
            <th scope="col">{say(words.fact)}</th>
            <th scope="col" class="num">
              {name}
            </th>
            {view.area.level !== "nation" && (
              <th scope="col" class="num">
                {say(words.nation)}
              </th>
            )}
            <th scope="col">{say(words.yearAndTable)}</th>
          </tr>
        </thead>
        {groups.map((it) => (
          <Group desk={desk} view={view} group={it} />
        ))}
      </table>
      <p class="fine">
        {say(statusMeaning.official)} {say(statusMeaning.approximation)}
      </p>
      {lacking.length > 0 && (
        <details class="missing">
          <summary>
            {say(words.lacking)
              .replace("{area}", name)
              .replace("{facts}", counted(lacking.length, nouns.fact, language))}
          </summary>
          <p>{say(words.lackingIntro)}</p>
          <dl>
            {lacking.map((it) => (
              <Lack desk={desk} lack={it} />
            ))}
          </dl>
        </details>
      )}
    </section>
  );
}

function Group({ desk, view, group }: { desk: Desk; view: AreaView; group: ContextGroup }) {
  const compare = view.area.level !== "nation";
  return (
    <tbody>
      <tr class="group">
        <th scope="rowgroup" colSpan={compare ? 4 : 3}>
          {desk.say(groupName(group.group))}
        </th>
      </tr>
      {group.lines.map((it) => (
        <Line desk={desk} line={it} compare={compare} />
      ))}
    </tbody>
  );
}

function Line({ desk, line, compare }: { desk: Desk; line: ContextLine; compare: boolean }) {
  const { say } = desk;
  const { variable, measure, figure, nation, total } = line;
  return (
    <tr>
      <th scope="row" title={say(variable.about)}>
        {say(measure.title)}
      </th>
      <td class="num">
        <FactWithUnit desk={desk} measure={measure} figure={figure} />
        {total && (
          <span class="unit">
            {" "}
            (<Fact desk={desk} measure={total.measure} figure={total.figure} />)
          </span>
        )}
      </td>
      {compare && (
        <td class="num">
          {nation ? <Fact desk={desk} measure={measure} figure={nation} /> : <span aria-hidden="true">–</span>}
        </td>
      )}
      <td>
        {figure.year}, {say(statusName(figure.status))}
        <span class="fine">
          {" "}
          · <TableLinks desk={desk} figures={[figure]} />
        </span>
      </td>
    </tr>
  );
}

function Lack({ desk, lack: { variable, nation } }: { desk: Desk; lack: ContextLack }) {
  const { say } = desk;
  return (
    <div>
      <dt>{say(variable.title)}</dt>
      <dd>
        <a href={variable.table.url}>
          {say(variable.table.title)} ({variable.table.id})
        </a>
        {nation && (
          <>
            . {say(words.nation)}: <FactWithUnit desk={desk} measure={nation.measure} figure={nation.figure} /> (
            {nation.figure.year})
          </>
        )}
      </dd>
    </div>
  );
}

function tablesOf(desk: Desk, groups: readonly ContextGroup[]): string[] {
  const sources = groups.flatMap((it) => it.lines.flatMap((line) => line.figure.values.map((value) => value.source)));
  return [...new Set(sources)].flatMap((id) => desk.book.contextSource(id)?.title ?? []);
}
