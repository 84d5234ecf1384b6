/**
 * Reads SVG as strictly as an XML reader would: quoted attributes, none twice, tags that close in order, no stray signs.
 * @returns the tags in their order, or throws and says what is wrong.
 */
export function tagsOf(svg: string): string[] {
  const tags: string[] = [];
  const open: string[] = [];
  let rest = svg;
  while (rest !== "") {
    const text = /^[^<>&]+|^&(?:amp|lt|gt|quot);/.exec(rest)?.[0];
    if (text !== undefined) {
      rest = rest.slice(text.length);
      continue;
    }
    const tag = /^<(\/?)([a-zA-Z]+)((?: [a-zA-Z][\w:-]*="(?:[^"<&]|&(?:amp|lt|gt|quot);)*")*)(\/?)>/.exec(rest);
    if (!tag) throw new Error(`no tag: ${rest.slice(0, 80)}`);
    const [whole, close, name = "", attributes = "", empty] = tag;
    const names = [...attributes.matchAll(/ ([\w:-]+)="/g)].map((it) => it[1]);
    if (new Set(names).size !== names.length) throw new Error(`an attribute twice: ${whole}`);
    if (close && open.pop() !== name) throw new Error(`</${name}> closes another tag`);
    if (!close && !empty) open.push(name);
    if (!close) tags.push(name);
    rest = rest.slice(whole.length);
  }
  if (open.length > 0) throw new Error(`${open.join(", ")} never closed`);
  return tags;
}
