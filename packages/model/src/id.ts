import { z } from "zod";

/** Ids are kebab-case English and never change: others link to them. */
const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
export const idSchema = z.string().regex(kebab, "write an id in lower case with hyphens, such as reports-received");

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type IndicatorId = Branded<"IndicatorId">;
export type SourceId = Branded<"SourceId">;
export type AreaCode = Branded<"AreaCode">;
export type PeriodCode = Branded<"PeriodCode">;

/** Marks a string as an id once a schema or a lookup has shown that it is one. */
export const indicatorId = (value: string): IndicatorId => value as IndicatorId;
export const sourceId = (value: string): SourceId => value as SourceId;
export const areaCode = (value: string): AreaCode => value as AreaCode;
export const periodCode = (value: string): PeriodCode => value as PeriodCode;
