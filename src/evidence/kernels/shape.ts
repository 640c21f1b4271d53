import { invalidValue } from "../../quantities/errors.ts";
import type { BackendTensor } from "./backend.ts";

/**
 * Checks a tensor's shape; `null` leaves a dimension free. Returns the shape, so that free dimensions can be read off it.
 *
 * @throws RidgepointError `invalid-value` with the name of the tensor and both shapes.
 */
export function expectShape(name: string, tensor: BackendTensor, wanted: readonly (number | null)[]): readonly number[] {
  const { shape } = tensor;
  const fits = shape.length === wanted.length && wanted.every((size, axis) => size === null || size === shape[axis]);
  if (!fits) {
    const shown = wanted.map((size) => size ?? "any").join(", ");
    throw invalidValue(`${name}.shape`, shape, `does not fit; it must be [${shown}]`);
  }
  return shape;
}

/** Size of an axis, counted from the end where `axis` is negative. The axis must exist. */
export function sizeOf(tensor: BackendTensor, axis: number): number {
  const size = tensor.shape.at(axis);
  if (size === undefined) throw invalidValue("axis", axis, `is outside a tensor of shape [${tensor.shape.join(", ")}]`);
  return size;
}

/** Checks that a count is a whole number of at least one. */
export function expectCount(name: string, value: number): number {
  if (!(Number.isInteger(value) && value >= 1)) throw invalidValue(name, value, "is not a whole number of at least 1");
  return value;
}
