import { firstState, type PlannerState } from "./planner-state.ts";

/** The version of what links hold: a later page can tell an old link. */
const version = "1";

/**
 * A state as the part of a link after `#`: what differs from the first state, as JSON, deflated, in the alphabet of URLs. Empty for
 * the first state itself.
 */
export async function linkOf(state: PlannerState): Promise<string> {
  const differing = Object.entries(state).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(firstState[name as keyof PlannerState]));
  if (differing.length === 0) return "";
  const packed = await through(new TextEncoder().encode(JSON.stringify(Object.fromEntries(differing))), new CompressionStream("deflate-raw"));
  return version + btoa(String.fromCharCode(...packed)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/**
 * The state that a link holds, checked: whatever it does not hold, or holds wrongly, is as in the first state.
 * @throws Error where the text is no link of this page.
 */
export async function stateOf(link: string): Promise<PlannerState> {
  const text = link.replace(/^#/, "");
  if (text === "") return firstState;
  if (!text.startsWith(version)) throw new Error("this link is of another version of the page");
  let held: Record<string, unknown>;
  try {
    const packed = Uint8Array.from(atob(text.slice(1).replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
    held = JSON.parse(new TextDecoder().decode(await through(packed, new DecompressionStream("deflate-raw")))) as Record<string, unknown>;
  } catch {
    throw new Error("this link is damaged: a part of it was lost on the way");
  }
  return { ...firstState, ...Object.fromEntries(Object.entries(checks).filter(([name, check]) => name in held && check(held[name])).map(([name]) => [name, held[name]])) };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
const isPositive = (value: unknown): boolean => typeof value === "number" && value > 0 && value < 1e9;
const isText = (value: unknown): boolean => typeof value === "string" && value !== "";

function isWorkload(value: unknown): boolean {
  if (!isRecord(value)) return false;
  if (value["kind"] === "published") return isText(value["id"]);
  if (value["kind"] === "lengths") return isPositive(value["inputTokens"]) && isPositive(value["outputTokens"]);
  const trace = value["trace"];
  return value["kind"] === "trace" && isRecord(trace) && isText(trace["name"]) && isRecord(trace["inputTokens"]) && isRecord(trace["outputTokens"]);
}

const checks: Readonly<Record<keyof PlannerState, (value: unknown) => boolean>> = {
  model: (value) => isText(value) || (isRecord(value) && isText(value["name"]) && isRecord(value["config"])),
  workload: isWorkload,
  ratePerSecond: isPositive,
  prefixHitTokens: (value) => typeof value === "number" && Number.isInteger(value) && value >= 0,
  ttftP95Seconds: isPositive,
  tpotP95Seconds: isPositive,
  hardware: (value) => Array.isArray(value) && value.every(isText),
  ownDevice: (value) => isRecord(value) && isText(value["id"]),
  usdPerDeviceHour: (value) => isRecord(value) && Object.values(value).every(isPositive),
  precision: isText,
  engine: isText,
  api: (value) => isRecord(value) && isPositive(value["usdPerMillionInputTokens"]) && isPositive(value["usdPerMillionOutputTokens"]),
  chosen: isText,
};

async function through(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
}
