import { breakEven } from "../../economics/break-even.ts";
import { facilityEnergy, type FacilityEnergy } from "../../economics/facility.ts";
import { devicesWithin } from "../../economics/power-budget.ts";
import { resolveHardware } from "../../hardware/resolve.ts";
import { referenceOf } from "../../planner/scenario.ts";
import type { PlannedDeployment, PlanQuestion } from "../../planner/types.ts";
import type { EconomicsOptions } from "../../predict/economics.ts";
import { lengthMoments } from "../../workloads/lengths.ts";
import type { TextColumn } from "../../tables/text.ts";
import { digits, dollars, none, percent, significant, withUnit } from "./figures.ts";

/** What the economics of a plan are asked with. */
export interface PlanEconomics extends EconomicsOptions {
  readonly powerBudgetWatts?: number;
}

/** A deployment at the meter, against an API, and as often as it fits into a power budget. */
export interface DeploymentEconomics {
  readonly energy: FacilityEnergy;
  /** Devices and energy. */
  readonly usdPerHour?: number;
  readonly usdPerMillionOutputTokens?: number;
  /** Share of what the deployment carries from which on it is cheaper than the API. */
  readonly breakEvenUtilisation?: number;
  /** Devices within the budget at their TDP, and the requests per second that they carry; absent where the TDP is not published. */
  readonly budget?: { readonly devices: number; readonly requestsPerSecond: number };
}

export function deploymentEconomics(deployment: PlannedDeployment, question: PlanQuestion, options: PlanEconomics): DeploymentEconomics {
  const { outputTokensPerSecond, requestsPerSecond, devices, plan } = deployment;
  const energy = facilityEnergy(deployment.energyPerOutputTokenJoules * outputTokensPerSecond, options.facility ?? {}, { outputTokensPerSecond, requestsPerSecond });
  const usdPerHour = deployment.usdPerHour === undefined ? undefined : deployment.usdPerHour + (energy.usdPerHour ?? 0);
  const wattsPerDevice = resolveHardware(referenceOf(question, deployment.hardware)).device.tdpWatts;
  const within = options.powerBudgetWatts === undefined || wattsPerDevice === null ? undefined : devicesWithin({
    budgetWatts: options.powerBudgetWatts, wattsPerDevice, groupDevices: devices / plan.dp, ...(options.facility?.pue === undefined ? {} : { pue: options.facility.pue }),
  });
  return {
    energy,
    ...(usdPerHour === undefined ? {} : { usdPerHour, usdPerMillionOutputTokens: (usdPerHour / 3600 / outputTokensPerSecond) * 1e6 }),
    ...(usdPerHour === undefined || options.api === undefined ? {} : {
      breakEvenUtilisation: breakEven({
        usdPerHour, capacityRequestsPerSecond: deployment.sustainableRequestsPerSecond, api: options.api,
        inputTokens: lengthMoments(question.inputTokens, "input_tokens").mean, outputTokens: lengthMoments(question.outputTokens, "output_tokens").mean,
        cachedInputTokens: question.prefixHitTokens ?? 0,
      }).utilisation,
    }),
    ...(within === undefined ? {} : { budget: { devices: within, requestsPerSecond: (within / devices) * deployment.sustainableRequestsPerSecond } }),
  };
}

/** Columns of what was asked for. */
export function economicsColumns(deployments: readonly PlannedDeployment[], question: PlanQuestion, options: PlanEconomics): TextColumn[] {
  const rows = deployments.map((deployment) => deploymentEconomics(deployment, question, options));
  const right = (header: string, cell: (row: DeploymentEconomics) => string): TextColumn => ({ header, align: "right", cells: rows.map(cell) });
  const { facility = {}, api, powerBudgetWatts } = options;
  return [
    { header: "#", align: "right", cells: rows.map((_, index) => String(index + 1)) },
    { header: "devices", cells: deployments.map(({ devices, hardware }) => `${devices} × ${hardware}`) },
    right("power", (row) => withUnit(row.energy.watts, "W")),
    ...(facility.usdPerKwh === undefined ? [] : [
      right("energy", (row) => dollars(row.energy.usdPerHour)), right("all $/h", (row) => dollars(row.usdPerHour)),
      right("$/M out", (row) => dollars(row.usdPerMillionOutputTokens)),
    ]),
    ...(facility.gramsCo2PerKwh === undefined ? [] : [
      right("CO2 g/h", (row) => digits(row.energy.gramsCo2PerHour)), right("g/M out", (row) => significant(row.energy.gramsCo2PerMillionOutputTokens)),
    ]),
    ...(api === undefined ? [] : [right("break-even", (row) => (row.breakEvenUtilisation === undefined ? none : row.breakEvenUtilisation > 1 ? "never" : percent(row.breakEvenUtilisation)))]),
    ...(powerBudgetWatts === undefined ? [] : [
      right("fit", (row) => (row.budget === undefined ? none : digits(row.budget.devices, 9))),
      right("carry", (row) => (row.budget === undefined ? none : `${significant(row.budget.requestsPerSecond)}/s`)),
    ]),
  ];
}
