/** One address of every kind of page, in Dutch; those with a form that is posted have a body. */
export interface Template {
  readonly name: string;
  readonly address: string;
  /** What a visitor typed, for pages that answer a posted form. */
  readonly post?: string;
  readonly status?: 400 | 404;
}

export const templates: readonly Template[] = [
  { name: "home", address: "/" },
  { name: "overview", address: "/indicatoren" },
  { name: "overview for a region", address: "/indicatoren?regio=drenthe" },
  { name: "overview for a question", address: "/indicatoren?thema=reach-veilig-thuis&niveau=vt-region" },
  { name: "overview, searched", address: "/indicatoren", post: "zoek=hermelding" },
  { name: "overview, nothing found", address: "/indicatoren", post: "zoek=qqqqqqqq" },
  { name: "indicator with trend, map and distribution", address: "/indicator/reports-received?regio=drenthe" },
  { name: "indicator of the nation", address: "/indicator/reports-received" },
  { name: "indicator with a breakdown", address: "/indicator/reporter-type?regio=drenthe" },
  {
    name: "indicator with many municipalities",
    address: "/indicator/reports-previous-involvement?regio=gemeente/almere",
  },
  {
    name: "indicator beside its setting",
    address: "/indicator/reports-previous-involvement?regio=provincie/drenthe&naast=population-65plus",
  },
  { name: "indicator with a break, events and two chosen moments", address: "/indicator/om-inflow?van=2018&tot=2020" },
  { name: "indicator with a range", address: "/indicator/child-maltreatment-prevalence" },
  { name: "indicator without a figure", address: "/indicator/attachment" },
  { name: "indicator without a figure here", address: "/indicator/dv-victims?regio=drenthe" },
  { name: "region", address: "/regio/drenthe" },
  { name: "region with few figures", address: "/regio/kennemerland" },
  { name: "region that was merged", address: "/regio/brabant-noordoost" },
  { name: "municipality", address: "/gemeente/assen" },
  { name: "province", address: "/provincie/gelderland" },
  { name: "part of the country", address: "/landsdeel/noord-nederland" },
  { name: "COROP area", address: "/corop/oost-groningen" },
  { name: "nation", address: "/nederland" },
  { name: "areas", address: "/regios" },
  { name: "comparable areas, none chosen", address: "/vergelijkbaar" },
  { name: "comparable regions", address: "/vergelijkbaar?regio=drenthe" },
  {
    name: "comparable municipalities, weighed",
    address: "/vergelijkbaar?regio=gemeente/assen&gewicht=income:0,land:2&zonder=gemeente/roosendaal&aantal=10",
  },
  { name: "comparable areas of a region that was merged", address: "/vergelijkbaar?regio=brabant-noordoost" },
  { name: "indicator with a note on working practice", address: "/indicator/advice-seeker-role?regio=gelderland-zuid" },
  { name: "areas, a name with two meanings", address: "/vind", post: "plaats=Bergen" },
  { name: "areas, nothing found", address: "/vind", post: "plaats=qqqqqqqq" },
  { name: "compare, nothing chosen", address: "/vergelijken" },
  {
    name: "compare, few",
    address: "/vergelijken?gebieden=drenthe,groningen,friesland&cijfers=reports-received,advice-started",
  },
  {
    name: "compare, many",
    address:
      "/vergelijken?gebieden=drenthe,groningen,friesland,flevoland,utrecht,zeeland,gelderland-midden,gelderland-zuid&cijfers=advice-started,reports-received,advice-seeker-type,reporter-type,unsafe-reports-share,cases-with-report,reporter-role",
  },
  {
    name: "compare, an area that isn’t there",
    address: "/vergelijken?gebieden=drenthe,drente&cijfers=reports-received",
    status: 400,
  },
  { name: "questions", address: "/vragen" },
  { name: "questions for a region", address: "/vragen?regio=drenthe" },
  { name: "question for a region", address: "/vragen/earlier-in-view?regio=drenthe" },
  { name: "question with many figures", address: "/vragen/which-violence-and-who?regio=gelderland-zuid" },
  { name: "question that figures don’t answer", address: "/vragen/does-our-vision-deliver?regio=gemeente/assen" },
  { name: "plan sheet", address: "/vragen/less-severe-violence/plan?regio=zaanstreek-waterland" },
  { name: "examples", address: "/voorbeelden" },
  { name: "example", address: "/voorbeelden/drenthe" },
  { name: "theme", address: "/thema/size" },
  { name: "theme without any indicator", address: "/thema/initial-training" },
  { name: "sources", address: "/bronnen" },
  { name: "source", address: "/bron/veilig-thuis" },
  { name: "glossary", address: "/begrippen" },
  { name: "search", address: "/zoeken" },
  { name: "search, found", address: "/zoeken", post: "woorden=meldingen" },
  { name: "search, nothing found", address: "/zoeken", post: "woorden=qqqqqqqq" },
  { name: "about", address: "/over" },
  { name: "can and cannot", address: "/kan-en-kan-niet" },
  { name: "reading figures", address: "/lezen" },
  { name: "guide", address: "/wegwijzer" },
  { name: "knowledge-driven work", address: "/kennisgedreven-werken" },
  { name: "ten steps", address: "/stappenplan" },
  { name: "conversation", address: "/gesprek" },
  { name: "figures of a region’s own", address: "/verrijken" },
  { name: "questions and answers", address: "/vraag-en-antwoord" },
  { name: "model", address: "/model" },
  { name: "what works", address: "/wat-werkt" },
  { name: "other monitors", address: "/andere-monitors" },
  { name: "contact", address: "/contact" },
  { name: "privacy", address: "/privacy" },
  { name: "accessibility", address: "/toegankelijkheid" },
  { name: "safe browsing", address: "/veilig-kijken" },
  { name: "news", address: "/nieuw" },
  { name: "editions", address: "/edities" },
  { name: "yearly reports", address: "/rapport" },
  { name: "yearly report", address: "/rapport/2026" },
  { name: "practice environment, not made here", address: "/oefenen/" },
  { name: "not found", address: "/regio/drente", status: 404 },
  { name: "not readable", address: "/indicator/reports-received?periode=ooit", status: 400 },
];

/** The same in English, for what differs by language. */
export const englishTemplates: readonly Template[] = [
  { name: "home, English", address: "/en/" },
  { name: "overview, English", address: "/en/indicators?regio=drenthe" },
  { name: "indicator, English", address: "/en/indicator/reports-received?regio=drenthe" },
  {
    name: "indicator beside its setting, English",
    address: "/en/indicator/reports-previous-involvement?regio=gemeente/almere&naast=health-good",
  },
  { name: "region, English", address: "/en/region/drenthe" },
  { name: "comparable regions, English", address: "/en/comparable?regio=drenthe" },
  { name: "source, English", address: "/en/source/veilig-thuis" },
  { name: "yearly report, English", address: "/en/report/2023" },
  { name: "glossary, English", address: "/en/glossary" },
  { name: "search, English, found", address: "/en/search", post: "woorden=reports" },
  { name: "guide, English", address: "/en/guide" },
  { name: "reading figures, English", address: "/en/reading" },
  { name: "questions and answers, English", address: "/en/questions-and-answers" },
  {
    name: "compare, English",
    address: "/en/compare?gebieden=drenthe,groningen,friesland&cijfers=reports-received,advice-started&als=index",
  },
  { name: "question, English", address: "/en/questions/how-big-and-how-much-seen?regio=drenthe" },
  { name: "example, English", address: "/en/examples/zaanstreek-waterland" },
  { name: "not found, English", address: "/en/region/drente", status: 404 },
];

/** Asks for a template as a browser would, without running anything. */
export function ask(site: string, it: Template, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  if (it.post === undefined) return fetch(site + it.address, { headers });
  return fetch(site + it.address, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
    body: it.post,
  });
}
