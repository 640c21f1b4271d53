/**
 * Models: a Hugging Face `config.json` read into an architecture, and what its layers hold.
 *
 * @module ridgepoint/models
 */
export type {
  Architecture,
  AttentionMixer,
  DenseFeedForward,
  Encoder,
  FeedForward,
  LayerKind,
  Mixer,
  MlaMixer,
  MoeFeedForward,
  NoFeedForward,
  NoMixer,
  Projection,
  RecurrentMixer,
  SparseSelection,
} from "./types.ts";
export { type ReadOptions, readConfig } from "./readConfig.ts";
export { modelTypes } from "./families/index.ts";
export {
  type LayerParameters,
  type ParameterCount,
  expertParameters,
  feedForwardParameters,
  layerParameters,
  mixerParameters,
  normParameters,
  parametersOf,
} from "./parameters.ts";
export {
  convolutionElements,
  encoderLayers,
  indexBytesPerToken,
  kvElementsPerToken,
  kvTokensHeld,
  layersOfKind,
  stateElements,
  sumLayers,
} from "./cache.ts";
export { type CatalogueEntry, hasModel, model, models } from "./lookup.ts";
