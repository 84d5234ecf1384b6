import type { Text } from "@impactmonitor/model/text";

/** What the words of a fault may need. */
export interface FaultDetails {
  readonly field?: string;
  /** What the words name: columns, a period, codes, a record type. */
  readonly named?: string;
  /** What was expected instead. */
  readonly expected?: string;
}

interface Words {
  readonly what: Text;
  readonly mend: Text;
}
type Say = (details: {
  readonly field: string;
  readonly named: string;
  readonly expected: string;
}) => readonly [nl: readonly [what: string, mend: string], en: readonly [what: string, mend: string]];

const say = {
  "nothing-to-read": () => [
    ["Hier staat geen levering.", "Wijs een map, een werkmap of een bestand van de levering aan."],
    ["There is no delivery here.", "Name the folder, workbook or file of the delivery."],
  ],
  "file-missing": ({ named }) => [
    [
      `Het bestand met ${named} ontbreekt.`,
      "Voeg het toe. Zijn er geen, lever dan een bestand met alleen de kolomnamen.",
    ],
    [`The file with ${named} is missing.`, "Add it. If there are none, deliver a file with only the column names."],
  ],
  "file-double": ({ named }) => [
    [`Er is meer dan één bestand met ${named}.`, "Lever er één."],
    [`There is more than one file with ${named}.`, "Deliver one."],
  ],
  "file-unknown": () => [
    [
      "Dit bestand hoort niet bij de levering en wordt niet gelezen.",
      "Geef het de naam van een soort record, zoals advies.csv, of laat het weg.",
    ],
    [
      "This file is not part of the delivery and is not read.",
      "Give it the name of a record type, such as advies.csv, or leave it out.",
    ],
  ],
  "header-file": ({ named }) => [
    [`Dit is geen goed kopbestand: ${named}.`, "Schrijf organisatie, periode en protocol als JSON."],
    [`This is no proper header file: ${named}.`, "Write organisatie, periode and protocol as JSON."],
  ],
  contradiction: ({ named, expected }) => [
    [`Hier staat ${named}, elders ${expected}.`, "Maak beide gelijk."],
    [`This says ${named}, something else says ${expected}.`, "Make both the same."],
  ],
  "not-said": ({ named }) => [
    [`De levering zegt niet van welke ${named} zij is.`, "Zet het in levering.json of geef het mee."],
    [`The delivery doesn't say its ${named}.`, "Write it in levering.json, or give it as an option."],
  ],
  "protocol-unknown": ({ named, expected }) => [
    [`Protocol “${named}” is niet bekend.`, `Kies uit: ${expected}.`],
    [`Protocol “${named}” is not known.`, `Choose one of: ${expected}.`],
  ],
  "region-unknown": ({ named }) => [
    [
      `Regio “${named}” bestond niet in deze periode.`,
      "Schrijf de code van de regio, zoals VT10, en controleer de periode.",
    ],
    [
      `Region “${named}” did not exist in this period.`,
      "Write the code of the region, such as VT10, and check the period.",
    ],
  ],
  "period-wrong": ({ named, expected }) => [
    [`Periode “${named}” hoort niet bij dit protocol.`, `Schrijf een halfjaar als 2024H1: ${expected}.`],
    [`Period “${named}” is not one of this protocol.`, `Write a half-year such as 2024H1: ${expected}.`],
  ],
  "period-future": ({ named }) => [
    [`Periode ${named} is nog niet begonnen.`, "Controleer de periode."],
    [`Period ${named} has not begun.`, "Check the period."],
  ],
  "file-empty": () => [
    ["Het bestand is leeg.", "Zet er ten minste de kolomnamen in."],
    ["The file is empty.", "Write at least the column names."],
  ],
  "wrong-encoding": ({ named, expected }) => [
    [`De tekens in dit bestand zijn niet te lezen (${named}).`, `Sla het op als ${expected}.`],
    [`The characters of this file can't be read (${named}).`, `Save it as ${expected}.`],
  ],
  "null-byte": () => [
    ["Het bestand bevat een leeg teken (NUL).", "Maak het bestand opnieuw aan."],
    ["The file holds a NUL byte.", "Make the file again."],
  ],
  "line-ends-mixed": () => [
    ["De regels eindigen niet allemaal op dezelfde manier.", "Sla het bestand opnieuw op met één soort regeleinde."],
    ["The lines don't all end in the same way.", "Save the file again with one kind of line end."],
  ],
  "quote-open": () => [
    [
      "Een aanhalingsteken wordt niet gesloten. Het bestand kan ook afgebroken zijn.",
      "Sluit het aanhalingsteken, of lever het hele bestand.",
    ],
    [
      "A quotation mark is not closed. The file may also be cut off.",
      "Close the quotation mark, or deliver the whole file.",
    ],
  ],
  "quote-text": () => [
    ["Na een sluitend aanhalingsteken staat nog tekst.", "Verdubbel aanhalingstekens binnen een waarde."],
    ["There is text after a closing quotation mark.", "Double the quotation marks inside a value."],
  ],
  "fields-few": ({ expected }) => [
    [
      `De regel heeft te weinig velden. Het bestand kan ook afgebroken zijn.`,
      `Vul de regel aan tot ${expected} velden.`,
    ],
    [`The line has too few fields. The file may also be cut off.`, `Complete the line to ${expected} fields.`],
  ],
  "fields-many": ({ expected }) => [
    [
      "De regel heeft te veel velden.",
      `Maak er ${expected} velden van; zet tekst met een scheidingsteken tussen aanhalingstekens.`,
    ],
    ["The line has too many fields.", `Make it ${expected} fields; put text with a separator between quotation marks.`],
  ],
  "field-huge": () => [
    ["Een veld is veel te lang.", "Kijk of er een aanhalingsteken of regeleinde ontbreekt."],
    ["A field is far too long.", "See whether a quotation mark or line end is missing."],
  ],
  unreadable: () => [
    ["Dit bestand kan niet gelezen worden.", "Maak het opnieuw aan, als CSV, XLSX of in de vaste indeling."],
    ["This file can't be read.", "Make it again, as CSV, XLSX or in the fixed layout."],
  ],
  "workbook-large": () => [
    [
      "Deze werkmap is te groot om te lezen.",
      "Lever de records als CSV. Kijk ook of er ver onder of naast de tabel iets staat.",
    ],
    [
      "This workbook is too large to be read.",
      "Deliver the records as CSV. See also whether something stands far below or beside the table.",
    ],
  ],
  "column-missing": ({ field }) => [
    [`De kolom ${field} ontbreekt.`, "Voeg de kolom toe; de eerste regel bevat de kolomnamen."],
    [`The column ${field} is missing.`, "Add the column; the first line holds the column names."],
  ],
  "column-double": ({ field }) => [
    [`De kolom ${field} staat er meer dan één keer.`, "Laat er één staan."],
    [`The column ${field} is there more than once.`, "Leave one."],
  ],
  "column-unknown": ({ field }) => [
    [`De kolom ${field} hoort niet bij dit protocol en wordt niet gelezen.`, "Lever deze kolom niet mee."],
    [`The column ${field} is not part of this protocol and is not read.`, "Leave this column out."],
  ],
  "line-length": ({ expected }) => [
    [`De regel heeft niet de lengte van de indeling.`, `Maak de regel ${expected} tekens lang.`],
    [`The line doesn't have the length of the layout.`, `Make the line ${expected} characters long.`],
  ],
  "record-type": ({ expected }) => [
    ["De soort van deze regel is niet bekend.", `Kies uit: ${expected}.`],
    ["The record type of this line is not known.", `Choose one of: ${expected}.`],
  ],
  "key-missing": ({ field }) => [
    [`Het nummer ${field} ontbreekt.`, "Vul het in."],
    [`The number ${field} is missing.`, "Fill it in."],
  ],
  "key-double": ({ field }) => [
    [`Het nummer ${field} komt meer dan één keer voor.`, "Geef elk record een eigen nummer, of lever het één keer."],
    [`The number ${field} occurs more than once.`, "Give each record its own number, or deliver it once."],
  ],
  "text-long": ({ field, expected }) => [
    [`${field} is te lang.`, `Gebruik hoogstens ${expected} tekens.`],
    [`${field} is too long.`, `Use at most ${expected} characters.`],
  ],
  required: ({ field }) => [
    [`${field} is niet ingevuld.`, "Vul het veld in."],
    [`${field} is empty.`, "Fill it in."],
  ],
  "required-if": ({ field, expected }) => [
    [`${field} is niet ingevuld.`, `Vul het in: het moet bij ${expected}.`],
    [`${field} is empty.`, `Fill it in: it must be with ${expected}.`],
  ],
  "only-if": ({ field, expected }) => [
    [
      `${field} is ingevuld, maar hoort hier leeg te zijn.`,
      `Maak het leeg, of controleer de andere velden: het mag alleen bij ${expected}.`,
    ],
    [
      `${field} is filled where it should be empty.`,
      `Empty it, or check the other fields: it may only be with ${expected}.`,
    ],
  ],
  "reference-missing": ({ field, named }) => [
    [
      `${field} verwijst naar een nummer dat er niet is in ${named}.`,
      "Verbeter het nummer, of lever het ontbrekende record.",
    ],
    [
      `${field} refers to a number that isn't there in ${named}.`,
      "Mend the number, or deliver the record that is missing.",
    ],
  ],
  "date-impossible": ({ field }) => [
    [`${field} is geen bestaande datum.`, "Schrijf de datum als JJJJMMDD of JJJJ-MM-DD."],
    [`${field} is not a date that exists.`, "Write the date as YYYYMMDD or YYYY-MM-DD."],
  ],
  "date-outside": ({ field, expected }) => [
    [`${field} valt buiten de periode.`, `Lever het record in zijn eigen periode, of verbeter de datum: ${expected}.`],
    [`${field} is outside the period.`, `Deliver the record in its own period, or mend the date: ${expected}.`],
  ],
  "birth-date-impossible": ({ field }) => [
    [
      `${field} is geen mogelijke geboortedatum.`,
      "Schrijf JJJJMMDD, met 00 voor een onbekende dag of maand, of 99999999 voor ongeboren.",
    ],
    [
      `${field} is no possible date of birth.`,
      "Write YYYYMMDD, with 00 for an unknown day or month, or 99999999 for unborn.",
    ],
  ],
  "bsn-length": ({ field }) => [
    [
      `${field} heeft geen negen cijfers.`,
      "Schrijf negen cijfers, met nullen vooraan; 000000000 is onbekend, 999999999 ongeboren.",
    ],
    [
      `${field} does not have nine digits.`,
      "Write nine digits, with zeros in front; 000000000 is unknown, 999999999 unborn.",
    ],
  ],
  "bsn-digits": ({ field }) => [
    [`${field} bevat iets anders dan cijfers.`, "Schrijf alleen negen cijfers."],
    [`${field} holds something other than digits.`, "Write nine digits only."],
  ],
  "like-bsn": ({ field }) => [
    [
      `De nummers in ${field} lijken burgerservicenummers: bijna alle voldoen aan de elfproef.`,
      "Lever een eigen nummer dat niet zegt om wie het gaat. Een burgerservicenummer mag hier niet staan.",
    ],
    [
      `The numbers in ${field} look like citizen service numbers: nearly all pass the eleven-test.`,
      "Deliver a number of your own that doesn't say who it is about. A citizen service number may not stand here.",
    ],
  ],
  "bsn-as-number": ({ field }) => [
    [
      `${field} lijkt hier een burgerservicenummer: het voldoet aan de elfproef, en uw andere nummers zien er anders uit.`,
      "Lever een eigen nummer, in dezelfde vorm als de andere. Een burgerservicenummer mag hier niet staan.",
    ],
    [
      `${field} looks like a citizen service number here: it passes the eleven-test, and your other numbers look different.`,
      "Deliver a number of your own, in the same form as the others. A citizen service number may not stand here.",
    ],
  ],
  "code-unknown": ({ field, expected }) => [
    [`${field} heeft een code die niet in de lijst staat.`, `Kies uit: ${expected}.`],
    [`${field} has a code that is not in the list.`, `Choose from: ${expected}.`],
  ],
  "code-alone": ({ field, expected }) => [
    [`${field} combineert een code die alleen moet staan.`, `Laat ${expected} alleen staan, of laat die weg.`],
    [`${field} combines a code that must stand alone.`, `Let ${expected} stand alone, or leave it out.`],
  ],
  "flag-unknown": ({ field }) => [
    [`${field} is geen J of N.`, "Schrijf J of N, of laat het leeg als het onbekend is."],
    [`${field} is neither J nor N.`, "Write J or N, or leave it empty if unknown."],
  ],
  "municipality-unknown": ({ field, named }) => [
    [
      `${field} is geen gemeente van ${named}.`,
      "Schrijf de gemeentecode van dat jaar, zoals GM0363; 9999 is onbekend.",
    ],
    [`${field} is no municipality of ${named}.`, "Write the code of that year, such as GM0363; 9999 is unknown."],
  ],
  "municipality-outside": ({ field, named }) => [
    [`${field} ligt buiten de regio ${named}.`, "Controleer of dit klopt."],
    [`${field} is outside the region ${named}.`, "Check whether this is right."],
  ],
  "number-unreadable": ({ field, expected }) => [
    [`${field} is geen getal.`, `Schrijf een getal van ${expected}.`],
    [`${field} is no number.`, `Write a number from ${expected}.`],
  ],
  "number-outside": ({ field, expected }) => [
    [`${field} is te groot of te klein.`, `Schrijf een getal van ${expected}.`],
    [`${field} is too large or too small.`, `Write a number from ${expected}.`],
  ],
  duplicate: ({ named }) => [
    [`Precies deze bestanden zijn al ontvangen, als levering ${named}.`, "Lever de nieuwe bestanden."],
    [`Exactly these files were received before, as delivery ${named}.`, "Deliver the new files."],
  ],
  "stands-already": ({ named }) => [
    [`Voor deze regio en periode staat al levering ${named}.`, "Gebruik “replace” om de hele periode te vervangen."],
    [`For this region and period delivery ${named} stands already.`, "Use “replace” to replace the whole period."],
  ],
  "nothing-stands": ({ named }) => [
    [`Voor ${named} staat nog geen levering.`, "Gebruik “add” voor een eerste levering."],
    [`No delivery stands for ${named}.`, "Use “add” for a first delivery."],
  ],
  "too-old": ({ named, expected }) => [
    [
      `Periode ${named} kan niet meer verbeterd worden.`,
      `Alleen de laatste twee periodes kunnen verbeterd worden: ${expected}.`,
    ],
    [`Period ${named} can no longer be corrected.`, `Only the latest two periods can be corrected: ${expected}.`],
  ],
  "later-stands": ({ named, expected }) => [
    [
      `Voor ${named} is nooit geleverd, en er staat al een latere periode (${expected}).`,
      "Geef “--first” mee als deze oude periode toch voor het eerst geleverd wordt.",
    ],
    [
      `Nothing was delivered for ${named}, and a later period stands (${expected}).`,
      "Give “--first” if this old period is delivered for the first time after all.",
    ],
  ],
  "practice-record": ({ named }) => [
    [
      `Dit is een verzonnen record: het nummer begint met ${named}.`,
      "Lever echte gegevens, of lever in de oefenomgeving (--practice).",
    ],
    [
      `This record is made up: its number begins with ${named}.`,
      "Deliver real records, or deliver to the practice environment (--practice).",
    ],
  ],
  "not-practice": ({ named }) => [
    [
      `Dit is geen oefenrecord: het nummer begint niet met ${named}.`,
      "Lever echte gegevens niet in de oefenomgeving: laat --practice weg.",
    ],
    [
      `This is no practice record: its number does not begin with ${named}.`,
      "Don't deliver real records to the practice environment: leave out --practice.",
    ],
  ],
  "inside-data": () => [
    ["De levering staat in de map met gegevens van de monitor.", "Zet de bestanden van de zender in een andere map."],
    ["The delivery is inside the data folder of the monitor.", "Put the files of the sender in another folder."],
  ],
  "changed-while-reading": () => [
    ["Het bestand veranderde terwijl het gelezen werd.", "Lever opnieuw als het bestand af is."],
    ["The file changed while it was read.", "Deliver again once the file is finished."],
  ],
} as const satisfies Record<string, Say>;

export type FaultKind = keyof typeof say;

/** The words of a fault, in both languages. */
export function faultWords(kind: FaultKind, { field = "", named = "", expected = "" }: FaultDetails): Words {
  const words: Say = say[kind];
  const [nl, en] = words({ field, named, expected });
  return { what: { nl: nl[0], en: en[0] }, mend: { nl: nl[1], en: en[1] } };
}

export const faultKinds = Object.keys(say).filter((it): it is FaultKind => Object.hasOwn(say, it));
