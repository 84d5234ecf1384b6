import type { Column } from "./column.ts";
import { levelName } from "@impactmonitor/views/area-words";
import { measureLabel } from "@impactmonitor/views/format";
import { periodLabel } from "@impactmonitor/views/period-words";
import { breakdownLabel } from "@impactmonitor/views/statement";
import { areaName, keyOf, type FigureRow } from "./figure-row.ts";

/** Of what, where and when a figure is, each as a code and in words. */
export const subjectColumns: readonly Column<FigureRow>[] = [
  {
    name: "theme",
    title: { nl: "Thema (code)", en: "Theme (code)" },
    means: { nl: "Het thema als code.", en: "The theme as a code." },
    width: 16,
    read: (row) => row.indicator.theme,
  },
  {
    name: "theme_name",
    title: { nl: "Thema", en: "Theme" },
    means: { nl: "Onder welk thema het cijfer valt.", en: "The theme that the figure belongs to." },
    width: 30,
    read: ({ book, indicator, language }) => book.themes.get(indicator.theme)?.shortTitle[language] ?? indicator.theme,
  },
  {
    name: "indicator",
    title: { nl: "Cijfer (code)", en: "Figure (code)" },
    means: {
      nl: "De indicator als code; die verandert nooit.",
      en: "The indicator as a code, which never changes.",
    },
    width: 30,
    read: (row) => row.indicator.id,
  },
  {
    name: "indicator_title",
    title: { nl: "Cijfer", en: "Figure" },
    means: { nl: "De naam van de indicator.", en: "The name of the indicator." },
    width: 54,
    read: (row) => row.indicator.title[row.language],
  },
  {
    name: "area",
    title: { nl: "Gebied (code)", en: "Area (code)" },
    means: {
      nl: "De code van het gebied: NL01, VT01–VT26, PV.., LD.., CR.. of GM.....",
      en: "The code of the area: NL01, VT01–VT26, PV.., LD.., CR.. or GM.....",
    },
    width: 11,
    read: (row) => row.it.area,
  },
  {
    name: "area_name",
    title: { nl: "Gebied", en: "Area" },
    means: { nl: "De naam van het gebied.", en: "The name of the area." },
    width: 24,
    read: ({ book, it, language }) => areaName(book, it.area, language),
  },
  {
    name: "level",
    title: { nl: "Soort gebied (code)", en: "Kind of area (code)" },
    means: { nl: "De soort van het gebied als code.", en: "The kind of area as a code." },
    width: 14,
    read: ({ book, it }) => book.area(it.area)?.level,
  },
  {
    name: "level_name",
    title: { nl: "Soort gebied", en: "Kind of area" },
    means: { nl: "Land, regio, provincie of gemeente.", en: "Country, region, province or municipality." },
    width: 14,
    read: ({ book, it, language }) => {
      const area = book.area(it.area);
      return area && levelName(area.level)[language];
    },
  },
  {
    name: "published_for",
    title: { nl: "Gepubliceerd voor (code)", en: "Published for (code)" },
    means: {
      nl: "Gevuld als de bron het cijfer geeft voor een ander gebied met precies hetzelfde grondgebied.",
      en: "Filled where the source gives the figure for another area with exactly the same territory.",
    },
    width: 14,
    read: (row) => row.it.publishedFor,
  },
  {
    name: "published_for_name",
    title: { nl: "Gepubliceerd voor", en: "Published for" },
    means: {
      nl: "De naam van dat andere gebied.",
      en: "The name of that other area.",
    },
    width: 20,
    read: ({ book, it, language }) => it.publishedFor && areaName(book, it.publishedFor, language),
  },
  {
    name: "period",
    title: { nl: "Periode (code)", en: "Period (code)" },
    means: {
      nl: "De periode als code: 2023, 2021H1 (half jaar), 2021Q3 (kwartaal), 2021-03 (maand), 2023-12-31 (dag), 2016/2020 (jaren).",
      en: "The period as a code: 2023, 2021H1 (half-year), 2021Q3 (quarter), 2021-03 (month), 2023-12-31 (day), 2016/2020 (years).",
    },
    width: 12,
    read: (row) => row.it.period,
  },
  {
    name: "period_name",
    title: { nl: "Periode", en: "Period" },
    means: { nl: "De periode in woorden.", en: "The period in words." },
    width: 17,
    read: ({ it, language }) => periodLabel(it.period, language),
  },
  {
    name: "measure",
    title: { nl: "Maat (code)", en: "Measure (code)" },
    means: {
      nl: "Wat het getal is, als code: count (aantal), percent, per-10000 en zo verder.",
      en: "What the number is, as a code: count, percent, per-10000 and so on.",
    },
    width: 12,
    read: (row) => row.it.measure,
  },
  {
    name: "measure_name",
    title: { nl: "Maat", en: "Measure" },
    means: { nl: "Wat het getal is, in woorden.", en: "What the number is, in words." },
    width: 24,
    read: ({ it, indicator, language }) => measureLabel(indicator, it.measure, language),
  },
  {
    name: "breakdown",
    title: { nl: "Uitsplitsing (code)", en: "Breakdown (code)" },
    means: {
      nl: "De uitsplitsing als code, dimensie=categorie; leeg bij het totaal.",
      en: "The breakdown as a code, dimension=category; empty for the total.",
    },
    width: 26,
    read: (row) => keyOf(row.it),
  },
  {
    name: "breakdown_name",
    title: { nl: "Uitsplitsing", en: "Breakdown" },
    means: { nl: "Voor welk deel het geldt; leeg bij het totaal.", en: "Which part it is of; empty for the total." },
    width: 40,
    read: ({ book, it, language }) => breakdownLabel(book, it.breakdown, language),
  },
];
