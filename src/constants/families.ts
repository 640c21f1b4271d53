import type { DeviceFamily } from "../hardware/types.ts";

/** One prior for the NVIDIA families up to Ada: matrix instructions are synchronous, tiles are loaded by the threads that multiply. */
export function ampereClass(value: number): Partial<Record<DeviceFamily, number>> {
  return { "nvidia-volta": value, "nvidia-turing": value, "nvidia-ampere": value, "nvidia-ada": value };
}

const nvidiaFamilies = ["nvidia-volta", "nvidia-turing", "nvidia-ampere", "nvidia-ada", "nvidia-hopper", "nvidia-blackwell"] as const satisfies readonly DeviceFamily[];

/** One prior for the NVIDIA builds of engine generations: other vendors' builds have kernels of their own. */
export function nvidiaBuilds(generations: readonly string[], value: number): Readonly<Record<string, number>> {
  return Object.fromEntries(generations.flatMap((generation) => nvidiaFamilies.map((family) => [`${family}|${generation}`, value])));
}
