import type { IndicatorView } from "@impactmonitor/views/indicator-view";
import type { Desk } from "../desk.ts";
import { regionQuery } from "../pages/indicator-take.tsx";
import { choiceQuery } from "../query.ts";

/**
 * What a visitor chose on the page of an indicator, for a form that changes one part of it and keeps the rest.
 * @param beside the fact that stands beside the figure
 * @param own the fields of the form itself; those with a value here are sent with it
 */
export function KeptChoice({
  desk,
  view,
  beside,
  own,
}: {
  desk: Desk;
  view: IndicatorView;
  beside: string | undefined;
  own: Readonly<Record<string, string | undefined>>;
}) {
  const kept = {
    ...regionQuery(view.area),
    ...choiceQuery(view.choice),
    naast: beside,
    editie: desk.latest ? undefined : desk.book.id,
    ...own,
  };
  return (
    <>
      {Object.entries(kept).map(
        ([name, value]) => value !== undefined && <input type="hidden" name={name} value={value} />,
      )}
    </>
  );
}
