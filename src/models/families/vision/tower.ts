import type { Fields } from "../../config/fields.ts";
import type { Encoder } from "../../types.ts";

/** Reads a vision tower with its projector. */
export type VisionReader = (vision: Fields, textHiddenSize: number) => Encoder;

/** A vision transformer of equal layers. */
export interface Tower {
  readonly layers: number;
  readonly hiddenSize: number;
  readonly intermediate: number;
  readonly heads: number;
  /** Width of q, k and v where it is not the hidden size. */
  readonly attentionWidth?: number;
  readonly attentionBias: boolean;
  readonly mlpBias: boolean;
  readonly gated?: boolean;
  /** Parameters of all norms in one layer. */
  readonly layerNorms: number;
  /** Everything outside the layers: patches, positions, norms, projector. */
  readonly outside: number;
}

/** Counts a tower. */
export function encoder(tower: Tower): Encoder {
  const { hiddenSize, intermediate, layers, heads } = tower;
  const width = tower.attentionWidth ?? hiddenSize;
  const up = tower.gated === true ? 2 : 1;
  const layer =
    4 * hiddenSize * width +
    (tower.attentionBias ? 3 * width + hiddenSize : 0) +
    (up + 1) * hiddenSize * intermediate +
    (tower.mlpBias ? up * intermediate + hiddenSize : 0) +
    tower.layerNorms;
  return { parameters: layers * layer + tower.outside, layers, hiddenSize, intermediate, heads };
}

/** The square of a field: patches and merges are squares. */
export const square = (fields: Fields, name: string, fallback: number): number => fields.count(name, fallback) ** 2;
