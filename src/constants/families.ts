import type { DeviceFamily } from "../hardware/types.ts";

/** One prior for the NVIDIA families up to Ada: matrix instructions are synchronous, tiles are loaded by the threads that multiply. */
export function ampereClass(value: number): Partial<Record<DeviceFamily, number>> {
  return { "nvidia-volta": value, "nvidia-turing": value, "nvidia-ampere": value, "nvidia-ada": value };
}
