/** Replaces the text of the first `element` inside `xml`; unchanged when there is none. */
export function setText(xml: string, element: string, text: string): string {
  return xml.replace(
    new RegExp(`<${element}>[^<]*</${element}>|<${element}\\s*/>`),
    () => `<${element}>${text}</${element}>`,
  );
}

/** Text of the first `element` inside `xml`. */
export function textOf(xml: string, element: string): string | null {
  return new RegExp(`<${element}>([^<]*)</${element}>`).exec(xml)?.[1] ?? null;
}

/** Rewrites every innermost `<member>`: those that hold no other member. */
export function mapMembers(xml: string, rewrite: (member: string) => string): string {
  return xml.replace(/<member>(?:(?!<\/?member>)[\s\S])*<\/member>/g, rewrite);
}
