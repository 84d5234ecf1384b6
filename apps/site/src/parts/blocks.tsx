import type { InsertBlock, InsertSpan } from "@impactmonitor/model/report-insert";
import type { Block, Section, Table, Term } from "@impactmonitor/views/documents/book-content";
import type { Desk } from "../desk.ts";
import { inside } from "../paths.ts";
import { Figure, Statement } from "./figure.tsx";

/** Text, lists and tables of a document, as they stand on a page. */
export function Blocks({ desk, blocks }: { desk: Desk; blocks: Section["blocks"] }) {
  return (
    <>
      {blocks.map((it) => (
        <OneBlock desk={desk} it={it} />
      ))}
    </>
  );
}

function OneBlock({ desk, it }: { desk: Desk; it: Block }) {
  switch (it.kind) {
    case "heading":
      return <h3>{it.text}</h3>;
    case "text":
      return (
        <p>
          <Statement desk={desk} parts={it.parts} />
        </p>
      );
    case "fine":
      return (
        <p class="fine">
          <Statement desk={desk} parts={it.parts} />
        </p>
      );
    case "list":
      return (
        <ul>
          {it.items.map((parts) => (
            <li>
              <Statement desk={desk} parts={parts} />
            </li>
          ))}
        </ul>
      );
    case "note":
      return (
        <div class="notice" role="note">
          <p>
            <strong>{it.title}.</strong>
          </p>
          {it.items.map((parts) => (
            <p>
              <Statement desk={desk} parts={parts} />
            </p>
          ))}
        </div>
      );
    case "terms":
      return <Terms desk={desk} terms={it.terms} />;
    case "table":
      return <TableOf desk={desk} table={it.table} />;
    case "pictures":
      return null;
  }
}

export function Terms({ desk, terms }: { desk: Desk; terms: readonly Term[] }) {
  return (
    <dl class="report-terms">
      {terms.map((it) => (
        <div>
          <dt>{it.term}</dt>
          <dd>
            <Statement desk={desk} parts={it.parts} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function TableOf({ desk, table }: { desk: Desk; table: Table }) {
  return (
    <table class="utrecht-table">
      <caption>{table.caption}</caption>
      <thead>
        <tr>
          {table.head.map((it) => (
            <th scope="col">{it}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map(({ cells: [first, ...cells] }) => (
          <tr>
            <th scope="row">{first?.text}</th>
            {cells.map((it) => (
              <td>{it.figure ? <Figure desk={desk} it={it.figure} text={it.text} /> : it.text}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What editors wrote, set apart from what the figures say. */
export function Written({ desk, title, blocks }: { desk: Desk; title: string; blocks: readonly InsertBlock[] }) {
  return (
    <div class="written">
      <p class="eyebrow">{title}</p>
      {blocks.map((it) =>
        it.kind === "list" ? (
          <ul>
            {it.items.map((spans) => (
              <li>
                <Spans desk={desk} spans={spans} />
              </li>
            ))}
          </ul>
        ) : it.kind === "heading" ? (
          <h3>
            <Spans desk={desk} spans={it.spans} />
          </h3>
        ) : (
          <p>
            <Spans desk={desk} spans={it.spans} />
          </p>
        ),
      )}
    </div>
  );
}

function Spans({ desk, spans }: { desk: Desk; spans: readonly InsertSpan[] }) {
  return (
    <>
      {spans.map(({ text, strong, href }) => {
        const words = strong ? <strong>{text}</strong> : text;
        if (href === undefined) return words;
        return href.startsWith("/") ? <a href={inside(desk.book.kind, href)}>{words}</a> : <a href={href}>{words}</a>;
      })}
    </>
  );
}
