import type { Area, Level } from "@impactmonitor/model/area";
import type { Indicator } from "@impactmonitor/model/indicator";
import { breakdownKey, type Breakdown } from "@impactmonitor/model/observation";
import { levelNames } from "@impactmonitor/views/area-words";
import type { Book } from "@impactmonitor/views/book";
import { compareForms, compareLimits, type ChosenIndicator } from "@impactmonitor/views/comparison/compare-choice";
import { breakdownLabel } from "@impactmonitor/views/statement";
import { formParameter, indicatorParameter, type CompareAsked } from "../compare-query.ts";
import type { Desk } from "../desk.ts";
import { areaParameter } from "../paths.ts";
import { words as pageWords } from "./compare-page-words.ts";

const words = {
  own: { nl: "Uw gebied (staat vooraan)", en: "Your area (stands in front)" },
  noOwn: { nl: "Geen voorkeur", en: "No preference" },
  areas: { nl: "Gebieden", en: "Areas" },
  areasHow: {
    nl: `Kies er ${compareLimits.areas.fewest} tot ${compareLimits.areas.most}. Nederland staat er altijd naast.`,
    en: `Choose ${compareLimits.areas.fewest} to ${compareLimits.areas.most}. The Netherlands always stands beside them.`,
  },
  figures: { nl: "Cijfers", en: "Figures" },
  figuresHow: {
    nl: `Kies er ten hoogste ${compareLimits.indicators.most}. Hier staan de cijfers die er voor deze gebieden zijn.`,
    en: `Choose at most ${compareLimits.indicators.most}. Here are the figures that there are for these areas.`,
  },
  form: { nl: "Toon", en: "Show" },
  compare: { nl: "Vergelijk", en: "Compare" },
  category: { nl: "alles of eerste categorie", en: "all, or first category" },
  inside: { nl: "Gemeenten in {area}", en: "Municipalities in {area}" },
  chosen: { nl: "Andere gekozen gebieden", en: "Other chosen areas" },
} as const;

const usualLevels = ["vt-region", "province", "landsdeel"] as const satisfies readonly Level[];

/** Areas and figures to tick; sent without script, each comparison gets an address of its own. */
export function CompareForm({ desk, asked }: { desk: Desk; asked: CompareAsked }) {
  const { say, book, language } = desk;
  const groups = areaGroups(desk, asked);
  const offered = groups.flatMap((it) => it.areas);
  const figures = figuresOf(book, asked.areas.length > 0 ? asked.areas : offered);
  const chosen = new Set(asked.areas.map((it) => it.code));
  return (
    <form class="compare-form" method="get" action={desk.link("compare").split("?")[0]}>
      {!desk.latest && <input type="hidden" name="editie" value={book.id} />}
      <label class="own">
        <span>{say(words.own)}</span>
        <select name="gebieden" class="utrecht-select utrecht-select--html-select">
          <option value="">{say(words.noOwn)}</option>
          {groups.map((group) => (
            <optgroup label={group.title}>
              {group.areas.map((it) => (
                <option value={areaParameter(it)} selected={it.code === asked.areas[0]?.code}>
                  {it.name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <p class="form-title">{say(words.areas)}</p>
      <p class="fine">{say(words.areasHow)}</p>
      {groups.map((group) => (
        <fieldset>
          <legend>{group.title}</legend>
          <ul class="choices">
            {group.areas.map((it) => (
              <Tick name="gebieden" value={areaParameter(it)} label={it.name} ticked={chosen.has(it.code)} />
            ))}
          </ul>
        </fieldset>
      ))}
      <p class="form-title">{say(words.figures)}</p>
      <p class="fine">{say(words.figuresHow)}</p>
      {book.catalogue.themes.map((theme) => {
        const own = figures.filter((it) => it.theme === theme.id);
        return own.length === 0 ? null : (
          <fieldset>
            <legend>{say(theme.shortTitle)}</legend>
            <ul class="choices">
              {own.map((it) => (
                <FigureTick desk={desk} indicator={it} chosen={asked.indicators.find((one) => one.indicator === it)} />
              ))}
            </ul>
          </fieldset>
        );
      })}
      <label class="own">
        <span>{say(words.form)}</span>
        <select name="als" class="utrecht-select utrecht-select--html-select">
          {compareForms.map((it) => (
            <option value={it === "rate" ? "" : formParameter(it)} selected={it === asked.form}>
              {pageWords.forms[it][language]}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" class="nl-button nl-button--primary">
        {say(words.compare)}
      </button>
    </form>
  );
}

function Tick({ name, value, label, ticked }: { name: string; value: string; label: string; ticked: boolean }) {
  return (
    <li>
      <label>
        <input type="checkbox" name={name} value={value} checked={ticked} /> {label}
      </label>
    </li>
  );
}

/** A figure that was chosen and has categories is a list of these; any other a box to tick. */
function FigureTick({ desk, indicator, chosen }: { desk: Desk; indicator: Indicator; chosen?: ChosenIndicator }) {
  const { say, book, language } = desk;
  const label = say(indicator.shortTitle);
  const choices = chosen ? categoriesOf(book, indicator) : [];
  if (!chosen || choices.length < 2)
    return <Tick name="cijfers" value={indicator.id} label={label} ticked={chosen !== undefined} />;
  const own = indicatorParameter(chosen);
  return (
    <>
      <Tick name="cijfers" value={own} label={label} ticked />
      <li class="choice-category">
        <label>
          <span class="sr">{label}: </span>
          <select name="cijfers" class="utrecht-select utrecht-select--html-select">
            <option value="">{say(words.category)}</option>
            {choices.map((it) => {
              const value = indicatorParameter({ indicator, breakdown: it });
              return value === own ? null : (
                <option value={value}>{breakdownLabel(book, it, language) || label}</option>
              );
            })}
          </select>
        </label>
      </li>
    </>
  );
}

const categories = new WeakMap<Indicator, readonly Breakdown[]>();

/** The single categories of an indicator, looked up once: of an indicator with many there are tens of thousands of rows. */
function categoriesOf(book: Book, indicator: Indicator): readonly Breakdown[] {
  const known = categories.get(indicator);
  if (known) return known;
  const all = new Map(book.observations(indicator.id).map((it) => [breakdownKey(it.breakdown), it.breakdown]));
  const found = [...all.values()].filter((it) => Object.keys(it).length < 2);
  categories.set(indicator, found);
  return found;
}

interface AreaGroup {
  readonly title: string;
  readonly areas: readonly Area[];
}

/** Areas by level, or the municipalities of the region that was asked for; and in any case those that were chosen. */
function areaGroups({ book, language, say }: Desk, { within, areas }: CompareAsked): readonly AreaGroup[] {
  const inside = within ? municipalitiesWith(book, within) : [];
  const groups: AreaGroup[] =
    within && inside.length > 0
      ? [{ title: say(words.inside).replace("{area}", within.name), areas: inside }]
      : usualLevels.map((level) => ({
          title: capital(levelNames(level)[language]),
          areas: book
            .areasAt(level, book.date)
            .filter((it) => level !== "landsdeel" || book.indicatorsOf(it.code).length > 0),
        }));
  const offered = new Set(groups.flatMap((it) => it.areas.map((area) => area.code)));
  const others = areas.filter((it) => !offered.has(it.code));
  if (others.length > 0) groups.unshift({ title: say(words.chosen), areas: others });
  return groups.filter((it) => it.areas.length > 0);
}

/** Municipalities of an area today that have any figure. */
export const municipalitiesWith = (book: Book, within: Area): readonly Area[] => {
  const years = book.catalogue.memberships
    .filter((it) => it.region === within.code || it.province === within.code)
    .map((it) => it.year);
  if (years.length === 0) return [];
  const year = Math.min(Math.max(...years), Number(book.date.slice(0, 4)));
  return book.municipalitiesOf(within.code, year).filter((it) => book.indicatorsOf(it.code).length > 0);
};

/** Figures that any of these areas has, in the order of the catalogue. */
export function figuresOf(book: Book, areas: readonly Area[]): readonly Indicator[] {
  const have = new Set(areas.flatMap((it) => book.indicatorsOf(it.code)));
  return book.catalogue.indicators.filter((it) => have.has(it));
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
