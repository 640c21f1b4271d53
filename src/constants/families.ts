import type { DeviceFamily } from "../hardware/types.ts";

/** One prior for the NVIDIA families up to Ada: matrix instructions are synchronous, tiles are loaded by the threads that multiply. */
export function ampereClass(value: number): Partial<Record<DeviceFamily, number>> {
  return { "nvidia-volta": value, "nvidia-turing": value, "nvidia-ampere": value, "nvidia-ada": value };
}

const pagedFamilies = ["nvidia-volta", "nvidia-turing", "nvidia-ampere", "nvidia-ada", "nvidia-hopper", "nvidia-blackwell", "amd-cdna2", "amd-cdna3", "amd-cdna4"] as const satisfies readonly DeviceFamily[];

/** One prior for the CUDA and ROCm builds of engine generations, which share their kernels: other vendors' builds have kernels of their own. */
export function pagedBuilds(generations: readonly string[], value: number, families: readonly DeviceFamily[] = pagedFamilies): Readonly<Record<string, number>> {
  return Object.fromEntries(generations.flatMap((generation) => families.map((family) => [`${family}|${generation}`, value])));
}

/** AMD's data-centre families. */
export const cdnaFamilies: readonly DeviceFamily[] = ["amd-cdna2", "amd-cdna3", "amd-cdna4"];
