const secure = (url: URL): boolean => url.protocol === "https:";

/**
 * Resolves a link that a server gave. It may only lead to the host we asked: a page that sends us elsewhere
 * is not followed. A link to the same host over plain http is taken back to https.
 * @param from the address of the answer that holds the link
 * @returns the absolute address, or undefined when it leads to another host or is no address
 */
export function sameHostLink(from: string, link: string): string | undefined {
  if (!URL.canParse(link, from)) return undefined;
  const [origin, to] = [new URL(from), new URL(link, from)];
  if (to.protocol !== "http:" && to.protocol !== "https:") return undefined;
  if (secure(origin) && !secure(to) && to.port === "") to.protocol = "https:";
  return to.host === origin.host && secure(to) === secure(origin) ? to.href : upgraded(origin, to);
}

/** http://host → https://host, both at their usual port, is the one change of address that we accept. */
function upgraded(origin: URL, to: URL): string | undefined {
  const usualPorts = origin.port === "" && to.port === "";
  return usualPorts && to.hostname === origin.hostname && secure(to) ? to.href : undefined;
}
