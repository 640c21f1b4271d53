/** How a step is launched. */
export interface StepMode {
  /** Its kernels are replayed from a captured graph; otherwise the host dispatches each. */
  readonly graphs: boolean;
  /** Requests that the host handles in the step, over all attention replicas of one engine. */
  readonly hostRequests: number;
}

/** Time of one step and where it goes. Reused by hot loops: `timeStep` writes into it. */
export interface StepTime {
  seconds: number;
  /** Device time of matrix and vector work where that is the roof. */
  computeSeconds: number;
  /** Device time where memory is the roof. */
  memorySeconds: number;
  linkSeconds: number;
  /** What dependent launches add to the work. */
  launchSeconds: number;
  /** What the host adds. */
  hostSeconds: number;
  /** What matrix and vector work alone would take at the rates that kernels reach, whatever binds. */
  matrixRoofSeconds: number;
  /** What memory traffic alone would take, whatever binds. */
  memoryRoofSeconds: number;
  flops: number;
}

/** A fresh record to pass to `timeStep`. */
export function emptyStepTime(): StepTime {
  return { seconds: 0, computeSeconds: 0, memorySeconds: 0, linkSeconds: 0, launchSeconds: 0, hostSeconds: 0, matrixRoofSeconds: 0, memoryRoofSeconds: 0, flops: 0 };
}

/** Adds `times` steps like `step` to a total; returns their seconds. */
export function accumulate(step: StepTime, total: StepTime, times: number): number {
  total.seconds += step.seconds * times;
  total.computeSeconds += step.computeSeconds * times;
  total.memorySeconds += step.memorySeconds * times;
  total.linkSeconds += step.linkSeconds * times;
  total.launchSeconds += step.launchSeconds * times;
  total.matrixRoofSeconds += step.matrixRoofSeconds * times;
  total.memoryRoofSeconds += step.memoryRoofSeconds * times;
  total.hostSeconds += step.hostSeconds * times;
  total.flops += step.flops * times;
  return step.seconds * times;
}
