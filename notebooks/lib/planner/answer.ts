import { html } from "htl";
import type { PlannedDeployment } from "../../../src/index.ts";
import { heldUpTo } from "../../../src/plots/curves/held.ts";
import { boundWords, digits, dollars, formatJoules, formatSeconds, none, percent, planWords, precisionWords, range } from "../figures.ts";
import { fault, ninety, table, tiles } from "../elements.ts";
import type { PlannerForm } from "./form.ts";
import { chosenOf } from "./chosen.ts";
import type { Found } from "./found.ts";

/** The deployment that the page looks at. */
export function lookedAt({ answer, state }: Found): PlannedDeployment | null {
  return answer === null ? null : chosenOf(answer, state.chosen);
}

const bindsWords: Readonly<Record<string, string>> = {
  compute: "arithmetic binds: more FLOP/s would help first", hbm: "memory bandwidth binds: faster memory, or fewer bytes a token, would help first",
  memory: "memory bandwidth binds: faster memory, or fewer bytes a token, would help first",
  link: "the link between devices binds: fewer devices an engine, or a faster link, would help first",
  launch: "kernel launches bind: larger batches or graphs would help first", host: "the host binds", "host-link": "the host link binds",
  capacity: "memory capacity binds: fewer bytes of cache a token would help first", queue: "the queue binds: more replicas would help first",
};

/** The answer in a sentence, and the figures of the deployment that is looked at. */
export function headline(found: Found): HTMLElement {
  if (found.fault !== null) return html`<section class="rp-headline">${fault(found.fault.message)}</section>`;
  if (found.answer === null) return html`<section class="rp-headline"><p class="rp-answer">Searching every device, plan and number format…</p></section>`;
  const deployment = lookedAt(found);
  if (deployment === null) {
    return html`<section class="rp-headline"><p class="rp-answer">No device holds this objective.</p><p>Loosen a limit, lower the rate, or see below why each device is out.</p></section>`;
  }
  const { answer, state } = found;
  const { ttftP95Seconds, tpotP95Seconds } = state;
  const carried = carriedBy(found, deployment);
  const cheapest = answer.cheapest === deployment;
  const price = deployment.usdPerHour === undefined ? "" : `, $${dollars(deployment.usdPerHour)} an hour`;
  const lead = cheapest ? "Cheapest" : deployment.usdPerHour === undefined ? "Looking at (no price)" : "Looking at";
  return html`<section class="rp-headline" data-hardware=${deployment.hardware} data-confirmed=${String(found.confirmed)}>
    <p class="rp-answer">${lead}: <strong>${digits(deployment.devices, 9)} × ${deployment.hardware}</strong>${price}</p>
    <p class="rp-plan">${engineWords(deployment)}; ${bindsWords[deployment.bound] ?? `${deployment.bound} binds`}.</p>
    ${tiles([
      { name: "usd-per-hour", label: "Dollars per hour", value: deployment.usdPerHour === undefined ? "no price" : `$${dollars(deployment.usdPerHour)}`, below: ninety(deployment.intervals90.usdPerHour, (usd) => `$${dollars(usd)}`) },
      { name: "usd-per-million", label: "Per million output tokens", value: deployment.usdPerMillionOutputTokens === undefined ? none : `$${dollars(deployment.usdPerMillionOutputTokens)}`, below: `${formatJoules(deployment.energyPerOutputTokenJoules)} a token` },
      { name: "ttft-p95", label: "First token, p95", value: formatSeconds(deployment.ttftP95Seconds), below: `of ${formatSeconds(ttftP95Seconds)}; ${ninety(deployment.intervals90.ttftP95Seconds, formatSeconds)}; mean ${formatSeconds(deployment.ttftSeconds)}`, bad: deployment.ttftP95Seconds > ttftP95Seconds },
      { name: "tpot-p95", label: "Each further token, p95", value: formatSeconds(deployment.tpotP95Seconds), below: `of ${formatSeconds(tpotP95Seconds)}; ${ninety(deployment.intervals90.tpotP95Seconds, formatSeconds)}; mean ${formatSeconds(deployment.tpotSeconds)}`, bad: deployment.tpotP95Seconds > tpotP95Seconds },
      { name: "carries", label: "Carries up to", value: `${digits(carried.rate)} /s`, below: `asked: ${digits(deployment.requestsPerSecond)} /s${carried.first === null ? "" : `; beyond it ${carried.first} tokens are late`}` },
      { name: "running", label: "Requests at once", value: digits(deployment.runningBatch), below: `KV cache ${percent(deployment.kvHeadroom)} free` },
    ])}
  </section>`;
}

/** The largest rate that holds the objective, of the simulated curve as soon as it goes so far, and which limit is the first to break. */
function carriedBy({ curve, confirmed, state }: Found, deployment: PlannedDeployment): { readonly rate: number; readonly first: "first" | "further" | null } {
  const [ttft, tpot] = curve === null ? [null, null] : [heldUpTo(curve, "ttft", state.ttftP95Seconds), heldUpTo(curve, "tpot", state.tpotP95Seconds)];
  const held = Math.min(ttft ?? Infinity, tpot ?? Infinity);
  if (held === Infinity) return { rate: deployment.sustainableRequestsPerSecond, first: null };
  return { rate: Math.max(held, confirmed ? deployment.requestsPerSecond : 0), first: held === ttft ? "first" : "further" };
}

/** The plan in words: "2 replicas of an engine of 4 devices (tp4), in fp8". */
function engineWords({ plan, devices, precision }: PlannedDeployment): string {
  const size = devices / plan.dp;
  const engine = size === 1 ? "one device" : `${digits(size, 9)} devices (${planWords({ ...plan, dp: 1 })})`;
  return `${plan.dp === 1 ? "One engine" : `${digits(plan.dp, 9)} engines`} of ${engine}, in ${precisionWords(precision)}`;
}

/** How far the search is, in a line of its own: it changes many times a second, and nothing else on the page need be drawn anew for it. */
export interface StatusLine extends HTMLElement {
  follow: (found: Found) => void;
  /** Says that the question has changed and what is shown answers the one before. */
  wait: () => void;
}

export function statusLine(): StatusLine {
  const bar = html`<progress max="1" value="0" aria-label="search"></progress>` as HTMLProgressElement;
  const words = html`<span></span>` as HTMLElement;
  const line = html`<p class="rp-status" role="status">${bar} ${words}</p>` as StatusLine;
  line.wait = () => {
    bar.removeAttribute("value");
    words.textContent = "searching; what is shown answers the question before";
  };
  line.follow = ({ progress, answer, confirmed, isPart, searchSeconds, fault: wrong }) => {
    bar.value = progress === null ? 1 : progress.done / progress.all;
    const shapes = `${digits(answer?.plansEnumerated, 9)} engine shapes on ${digits((answer?.deployments.length ?? 0) + (answer?.rejections.length ?? 0), 9)} devices`;
    words.textContent = wrong !== null ? "" : progress !== null
      ? `${progress.stage === "search" ? "searching" : "confirming by simulation"}, ${progress.done} of ${progress.all}${isPart ? "; so far of the newest devices" : ""}`
      : `${shapes} in ${digits(searchSeconds * 1000, 2)} ms; ${confirmed ? "the cheapest are confirmed by simulation" : "percentiles by closed form so far"}`;
  };
  return line;
}

const shownRows = 12;

/** The deployments that hold the objective, cheapest first; a click looks at one. */
export function planTable(found: Found, form: PlannerForm): HTMLElement {
  const { answer } = found;
  if (answer === null || answer.deployments.length === 0) return html`<div></div>`;
  const chosen = lookedAt(found);
  // The wish to see all outlives the search that it was made in.
  const all = form.dataset["all"] === "true";
  const rows = all ? answer.deployments : answer.deployments.slice(0, shownRows);
  const look = ({ devices, hardware }: PlannedDeployment): HTMLElement =>
    html`<button type="button" class="rp-look" aria-pressed=${String(hardware === chosen?.hardware)} onclick=${() => form.change({ chosen: hardware })}>${digits(devices, 9)} × ${hardware}</button>`;
  const body = table(rows, [
    { header: "#", number: true, cell: (_, index) => String(index + 1) },
    { header: "Devices", cell: look },
    { header: "", cell: ({ method }) => (method === "simulation" ? html`<span title="Confirmed by simulation" class="rp-good">✓</span>` : "") },
    { header: "Plan", cell: ({ plan }) => planWords(plan) },
    { header: "Format", cell: ({ precision }) => precisionWords(precision) },
    { header: "$ / h", number: true, cell: ({ usdPerHour, intervals90 }) => usdPerHour === undefined ? none : html`${dollars(usdPerHour)} <span class="interval">${range(intervals90.usdPerHour, dollars)}</span>` },
    { header: "$ / M out", number: true, cell: ({ usdPerMillionOutputTokens }) => dollars(usdPerMillionOutputTokens) },
    { header: "TTFT p95", number: true, cell: ({ ttftP95Seconds }) => formatSeconds(ttftP95Seconds) },
    { header: "TPOT p95", number: true, cell: ({ tpotP95Seconds }) => formatSeconds(tpotP95Seconds) },
    { header: "Up to, /s", number: true, cell: ({ sustainableRequestsPerSecond }) => digits(sustainableRequestsPerSecond) },
    { header: "J / token", number: true, cell: ({ energyPerOutputTokenJoules }) => digits(energyPerOutputTokenJoules) },
    { header: "Binds", cell: ({ bound }) => boundWords[bound as keyof typeof boundWords] ?? bound },
  ], "plans");
  [...body.querySelectorAll("tbody tr")].forEach((row, index) => row.toggleAttribute("data-chosen", rows[index] === chosen));
  const more = answer.deployments.length - rows.length;
  const showAll = (): void => {
    form.dataset["all"] = "true";
    whole.replaceWith(planTable(found, form));
  };
  const button = html`<button type="button" onclick=${showAll}>Show ${more} more</button>`;
  const whole: HTMLElement = html`<div>${body}${more > 0 ? button : ""}<p class="rp-note">Small figures: 90 % prediction intervals. TTFT: time to first token, TPOT: time per further token, p95: 95 of 100 requests. ✓: confirmed by simulation; other percentiles are closed forms.</p></div>`;
  return whole;
}

const reasons: Readonly<Record<string, string>> = {
  "does-not-fit": "Does not fit", "misses-objective": "Misses the objective", "too-many-devices": "Needs too many", unsupported: "Cannot run it",
};

/** Why devices are out, and what the figures assume. */
export function outAndAssumed(found: Found): HTMLElement {
  const { answer } = found;
  if (answer === null) return html`<div></div>`;
  const assumed = [...new Set(answer.deployments.slice(0, shownRows).flatMap(({ warnings }) => warnings))];
  return html`<div>
    ${answer.rejections.length === 0 ? "" : html`<details class="rp-fold"><summary>${answer.rejections.length} devices are out</summary>${table(answer.rejections, [
      { header: "Device", cell: ({ hardware }) => hardware },
      { header: "Why", cell: ({ reason }) => reasons[reason] ?? reason },
      { header: "", cell: ({ message }) => message },
    ], "rejections")}</details>`}
    ${assumed.length === 0 ? "" : html`<details class="rp-fold"><summary>What is assumed</summary><ul>${assumed.map((warning) => html`<li>${warning}</li>`)}</ul></details>`}
  </div>`;
}
