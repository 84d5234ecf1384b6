/**
 * Every record number of a made-up delivery begins with this (oefening), so that a row which was copied out of its file still says what
 * it is, and can't be received among real ones.
 */
export const practiceMark = "OEF";
