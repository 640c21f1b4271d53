declare module "htl" {
  /** A hypertext literal: an element, or a fragment of several. */
  // biome-ignore lint/suspicious/noExplicitAny: what a template holds is known by its author alone
  export function html(strings: TemplateStringsArray, ...values: unknown[]): any;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  export function svg(strings: TemplateStringsArray, ...values: unknown[]): any;
}
