/** Font size of every picture's text, pixels. */
export const fontSize = 11;

/** About how wide a text is in the usual sans-serif fonts, pixels: narrow, usual and wide characters. Rather too much than too little. */
export function textWidth(text: string, size: number = fontSize): number {
  let ems = 0;
  for (const character of text) {
    if (/[ijlI.,:;'|!()[\]ft ]/.test(character)) ems += 0.34;
    else if (/[mwMW%—→×±]/.test(character)) ems += 0.9;
    else ems += /[A-Z]/.test(character) ? 0.69 : 0.57;
  }
  return ems * size;
}

/**
 * The text in one line, or in two where it needs them: broken after a full stop, a space or a hyphen, as late as the first line has
 * room for. What a line still has no room for is shortened.
 */
export function wrapped(text: string, pixels: number): string {
  if (textWidth(text) <= pixels) return text;
  const breaks = [...text.matchAll(/[ .-]/g)].map(({ index }) => index + 1).filter((at) => textWidth(text.slice(0, at).trimEnd()) <= pixels);
  const at = breaks.at(-1);
  return at === undefined ? shortened(text, pixels) : `${text.slice(0, at).trimEnd()}\n${shortened(text.slice(at), pixels)}`;
}

/** The text, shortened with an ellipsis to what fits into so many pixels. */
export function shortened(text: string, pixels: number): string {
  if (textWidth(text) <= pixels) return text;
  let kept = text;
  while (kept.length > 1 && textWidth(`${kept}…`) > pixels) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}
