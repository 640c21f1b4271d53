import { html } from "htl";
import { commandOf, csvOf, jsonOf, typescriptOf } from "./export.ts";
import { linkOf } from "./link.ts";
import type { Found } from "./found.ts";

/** What takes the answer elsewhere: files, a link, and the command line and the program that reproduce it. */
export function exportPanel(found: Found): HTMLElement {
  const { answer, state } = found;
  if (answer === null) return html`<div></div>`;
  const { command, files } = commandOf(state);
  const said = html`<span class="rp-note" role="status"></span>`;
  const copy = (text: string, what: string): void => {
    navigator.clipboard.writeText(text).then(() => (said.textContent = `${what} copied`), () => (said.textContent = `the browser does not let this page copy: select the text`));
  };
  const share = (): void => void linkOf(state).then((hash) => copy(`${location.href.split("#")[0]}${hash === "" ? "" : `#${hash}`}`, "Link"));
  const code = (text: string, name: string, what: string): HTMLElement => html`<div class="rp-code"><button type="button" onclick=${() => copy(text, what)}>Copy</button><pre data-export=${name}><code>${text}</code></pre></div>`;
  return html`<div class="rp-exports">
    <div class="rp-buttons">
      <button type="button" name="share" onclick=${share}>Copy a link to this scenario</button>
      <button type="button" name="csv" onclick=${() => save("plans.csv", csvOf(answer), "text/csv")}>Plans as CSV</button>
      <button type="button" name="json" onclick=${() => save("plan.json", jsonOf(state, answer), "application/json")}>Question and answer as JSON</button>
      ${files.map(({ name, text }) => html`<button type="button" onclick=${() => save(name, text, "application/json")}>${name}</button>`)}
      ${said}
    </div>
    <h3>On the command line</h3>
    ${files.length === 0 ? "" : html`<p class="rp-note">Save ${files.map(({ name }) => name).join(" and ")} beside it first.</p>`}
    ${code(command, "command", "Command")}
    <h3>In TypeScript</h3>
    ${code(typescriptOf(state), "typescript", "Program")}
  </div>`;
}

/** Hands a text to the reader as a file. */
export function save(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = html`<a href=${url} download=${name}></a>` as HTMLAnchorElement;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
