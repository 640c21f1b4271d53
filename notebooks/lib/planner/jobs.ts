import { devices, planSteps, RidgepointError, type PlanAnswer, type PlannedDeployment, type PlanQuestion } from "../../../src/index.ts";
import { catalogueDevicePrice } from "../../../src/predict/price.ts";
import { curveKey, deploymentCurve, stretched, type DeploymentCurve } from "./curve.ts";
import type { Asked, Said } from "./messages.ts";

/** How the jobs talk and wait; a worker has the browser's, a test its own. */
export interface JobHost {
  readonly say: (said: Said) => void;
  /** Lets questions that came meanwhile be heard, then goes on; milliseconds to wait at least. */
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Milliseconds. */
  readonly now: () => number;
}

/** Work without a pause, milliseconds. */
const slice = 12;
/** A search that takes longer is left for a newer question; a shorter one ends first, so that a picture follows the dragging. */
const patience = 200;
/** Nothing is simulated while somebody drags. */
const settle = 180;
const keptCurves = 24;

/**
 * Answers the latest question: at once by the closed forms, then with the cheapest plans confirmed by simulation, then with the
 * percentiles under load of the plan that is looked at. What a newer question makes stale is left undone.
 */
export function plannerJobs({ say, pause, now }: JobHost): (asked: Asked) => void {
  let latest: Asked | null = null;
  let busy = false;
  let isCold = true;
  const curves = new Map<string, DeploymentCurve>();
  const isStale = (asked: Asked): boolean => latest !== asked;

  async function search(asked: Asked, question: PlanQuestion, mayEnd: () => boolean): Promise<PlanAnswer | null> {
    const steps = planSteps(question);
    let since = now();
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      if (now() - since < slice) continue;
      say({ id: asked.id, kind: "progress", progress: step.value });
      await pause(0);
      if (isStale(asked) && mayEnd()) return null;
      since = now();
    }
  }

  async function curveOf(asked: Asked, question: PlanQuestion, deployment: PlannedDeployment): Promise<void> {
    const key = curveKey(question, deployment);
    const known = curves.get(key);
    if (known !== undefined) return say({ id: asked.id, kind: "curve", curve: stretched(known, deployment) });
    let last: DeploymentCurve | null = null;
    for (const curve of deploymentCurve(question, deployment)) {
      last = curve;
      if (curve.points.length > 2) say({ id: asked.id, kind: "curve", curve });
      await pause(0);
      if (isStale(asked)) return;
    }
    if (last === null) return;
    if (curves.size >= keptCurves) curves.delete(curves.keys().next().value as string);
    curves.set(key, last);
  }

  async function work(asked: Asked): Promise<void> {
    const start = now();
    const sayAnswer = (answer: PlanAnswer, confirmed: boolean): void => say({ id: asked.id, kind: "answer", answer, confirmed, searchSeconds: (now() - start) / 1000 });
    const priced = isCold ? pricedPart(asked.question) : null;
    isCold = false;
    if (priced !== null) {
      const first = await search(asked, { ...priced, confirm: 0 }, () => false);
      if (first !== null && first.cheapest !== undefined) sayAnswer(first, false);
    }
    const quick = await search(asked, { ...asked.question, confirm: 0 }, () => now() - start > patience);
    if (quick === null) return;
    sayAnswer(quick, false);
    await pause(0);
    if (isStale(asked)) return;
    await pause(settle);
    if (isStale(asked)) return;
    const answer = await search(asked, { ...asked.question, confirm: 3 }, () => true);
    if (answer === null) return;
    sayAnswer(answer, true);
    await pause(0);
    const deployment = chosenOf(answer, asked.chosen);
    if (!isStale(asked) && deployment !== null) await curveOf(asked, asked.question, deployment);
  }

  return (asked) => {
    latest = asked;
    if (busy) return;
    busy = true;
    void (async () => {
      for (let current: Asked | null = null; current !== latest; ) {
        current = latest as Asked;
        try {
          await work(current);
        } catch (fault) {
          say({ id: current.id, kind: "fault", message: fault instanceof Error ? fault.message : String(fault), path: fault instanceof RidgepointError ? fault.path ?? null : null });
        }
      }
      busy = false;
    })();
  };
}

/**
 * The part of a question about the whole catalogue that can name the cheapest: devices with a price. A cold engine answers it in a
 * fraction of the time, so that a page has a picture early. Null where the question chooses its devices itself.
 */
function pricedPart(question: PlanQuestion): PlanQuestion | null {
  if (question.hardware !== undefined) return null;
  const hardware = devices().filter((device) => device.kind === "accelerator" && catalogueDevicePrice(device) !== undefined).map(({ id }) => id);
  return hardware.length === 0 ? null : { ...question, hardware };
}

/** The deployment that is looked at: of the chosen device, else the cheapest, else the first. */
export function chosenOf(answer: PlanAnswer, chosen: string | null): PlannedDeployment | null {
  return answer.deployments.find(({ hardware }) => hardware === chosen) ?? answer.cheapest ?? answer.deployments[0] ?? null;
}
