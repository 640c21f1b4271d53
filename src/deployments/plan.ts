import { invalidValue, RidgepointError } from "../quantities/errors.ts";
import type { Architecture } from "../models/types.ts";
import { encoderLayers, routedExperts } from "../models/cache.ts";
import type { Plan } from "./types.ts";

/** A plan with any degrees left out; those are 1. */
export type PartialPlan = Partial<Plan>;

/** One device, nothing sharded. */
export const singleDevicePlan: Plan = { tp: 1, pp: 1, ep: 1, dp: 1, attentionDp: 1 };

/** Devices that one plan occupies: tp × pp × dp × attentionDp. */
export function devicesOf(plan: Plan): number {
  return plan.tp * plan.pp * plan.dp * plan.attentionDp;
}

/** Devices that share the experts of one layer: tp × attentionDp. */
export function expertGroupOf(plan: Plan): number {
  return plan.tp * plan.attentionDp;
}

/** Fills absent degrees with 1 and checks that each is a positive integer. */
export function completePlan(partial: PartialPlan, path = "plan"): Plan {
  const plan = { ...singleDevicePlan, ...partial };
  for (const degree of ["tp", "pp", "ep", "dp", "attentionDp"] as const) {
    const value = plan[degree];
    if (!(Number.isInteger(value) && value >= 1 && value <= 1_000_000)) {
      throw invalidValue(`${path}.${degree}`, value, "is not a positive integer");
    }
  }
  return plan;
}

/**
 * Checks that `plan` can hold `architecture` on `devices` devices: degrees multiply to the devices, heads and experts divide,
 * every pipeline stage has a layer.
 * @throws RidgepointError `invalid-value` with the field, the value and the values that work.
 */
export function checkPlan(plan: Plan, architecture: Architecture, devices: number, path = "plan"): void {
  if (devicesOf(plan) !== devices) {
    throw invalidValue(
      path, `tp ${plan.tp} × pp ${plan.pp} × dp ${plan.dp} × attention_dp ${plan.attentionDp}`,
      `is ${devicesOf(plan)} devices, the deployment has ${devices}; make the degrees multiply to ${devices}`,
    );
  }
  const layers = mostStages(architecture);
  if (plan.pp > layers) throw invalidValue(`${path}.pp`, plan.pp, `exceeds the ${layers} layers of ${architecture.id}`);
  for (const degree of tensorDivisors(architecture)) {
    if (degree.size % plan.tp !== 0) {
      throw invalidValue(
        `${path}.tp`, plan.tp,
        `does not divide ${degree.size} ${degree.what} of ${architecture.id}; try ${divisors(degree.size).filter((d) => d <= 64).join(", ")}`,
      );
    }
  }
  checkExperts(plan, architecture, path);
}

/** Pipeline stages that have a layer each: of both stacks, where there are an encoder and a decoder. */
export function mostStages(architecture: Architecture): number {
  const layers = architecture.pattern.length;
  const encoding = encoderLayers(architecture);
  return encoding > 0 ? Math.min(encoding, layers - encoding) : layers;
}

function checkExperts(plan: Plan, architecture: Architecture, path: string): void {
  const group = expertGroupOf(plan);
  const experts = routedExperts(architecture);
  if (experts === 0) {
    if (plan.ep !== 1) throw invalidValue(`${path}.ep`, plan.ep, `is given, but ${architecture.id} has no experts; leave it at 1`);
    return;
  }
  if (group % plan.ep !== 0) {
    throw invalidValue(
      `${path}.ep`, plan.ep,
      `does not divide the group of tp × attention_dp = ${group} devices; try ${divisors(group).join(", ")}`,
    );
  }
  if (experts % plan.ep !== 0 && plan.ep > experts) {
    throw invalidValue(`${path}.ep`, plan.ep, `exceeds the ${experts} experts of ${architecture.id}`);
  }
}

/** What tensor parallelism must divide, with the name a user knows it by. */
export function tensorDivisors(architecture: Architecture): readonly { readonly what: string; readonly size: number }[] {
  const sizes: { what: string; size: number }[] = [];
  for (const { mixer } of architecture.layerKinds) {
    if (mixer.kind === "attention" || mixer.kind === "mla") sizes.push({ what: "attention heads", size: mixer.heads });
    else if (mixer.kind === "recurrent") sizes.push({ what: "recurrent heads", size: mixer.heads });
  }
  return sizes;
}

/** Divisors of a positive integer, ascending. */
export function divisors(n: number): number[] {
  const small: number[] = [];
  const large: number[] = [];
  for (let d = 1; d * d <= n; d++) {
    if (n % d !== 0) continue;
    small.push(d);
    if (d * d !== n) large.unshift(n / d);
  }
  return small.concat(large);
}

/** The layers of each pipeline stage: the first `layers mod pp` stages take one more, as engines partition. */
export function stageLayers(layers: number, pp: number): number[] {
  if (pp > layers) throw new RidgepointError("invalid-value", `plan.pp = ${pp} exceeds ${layers} layers`, { path: "plan.pp", value: pp });
  const each = Math.floor(layers / pp);
  const more = layers % pp;
  const stages: number[] = [];
  for (let stage = 0; stage < pp; stage++) stages.push(stage < more ? each + 1 : each);
  return stages;
}
