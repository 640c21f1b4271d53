import type { Architecture, FeedForward, LayerKind, Mixer } from "../../models/types.ts";
import { layersOfKind } from "../../models/cache.ts";
import { parametersOf } from "../../models/parameters.ts";
import type { Terminal } from "../terminal.ts";
import { digits, withUnit } from "./figures.ts";
import { printTable, printText } from "./print.ts";

/** One line of the list of models. */
export interface ModelSummary {
  readonly id: string;
  readonly aliasOf?: string;
  readonly parameters: number;
  readonly activeParameters: number;
  readonly layers: number;
  readonly hiddenSize: number;
  readonly mixers: string;
  readonly feedForward: string;
}

export function summaryOf(architecture: Architecture): ModelSummary {
  const { total, active } = parametersOf(architecture);
  const used = usedKinds(architecture);
  return {
    id: architecture.id, parameters: total, activeParameters: active, layers: architecture.pattern.length, hiddenSize: architecture.hiddenSize,
    mixers: distinct(used.map(({ kind }) => attentionWords(kind))), feedForward: distinct(used.map(({ kind }) => feedForwardWords(kind.feedForward))),
  };
}

export function printModels(terminal: Terminal, models: readonly ModelSummary[]): void {
  printTable(terminal, null, [
    { header: "model", cells: models.map(({ id }) => id) },
    { header: "parameters", align: "right", cells: models.map(({ parameters }) => withUnit(parameters, "tokens")) },
    { header: "active", align: "right", cells: models.map(({ activeParameters }) => withUnit(activeParameters, "tokens")) },
    { header: "layers", align: "right", cells: models.map(({ layers }) => String(layers)) },
    { header: "attention", cells: models.map(({ mixers }) => mixers) },
  ]);
  printText(terminal, `${models.length} names. Any other model: \`ridgepoint models import config.json\`.`);
}

/** An architecture as it was understood: what each kind of layer is, and its parameters. */
export function printArchitecture(terminal: Terminal, architecture: Architecture): void {
  const counts = parametersOf(architecture);
  const used = usedKinds(architecture);
  printText(terminal, terminal.bold(architecture.id));
  printText(terminal, `${architecture.pattern.length} layers of width ${digits(architecture.hiddenSize, 9)}, vocabulary ${digits(architecture.vocabularySize, 9)}, ${architecture.tiedEmbeddings ? "tied" : "own"} head`);
  printTable(terminal, "Layers", [
    { header: "layers", align: "right", cells: used.map(({ layers }) => String(layers)) },
    { header: "parameters each", align: "right", cells: used.map(({ index }) => digits(counts.layerKinds[index]?.total ?? 0, 15)) },
    { header: "mixer", cells: used.map(({ kind }) => attentionWords(kind)) },
    { header: "feed-forward", cells: used.map(({ kind }) => feedForwardWords(kind.feedForward)) },
  ]);
  const rows = ([
    ["embedding", counts.embedding], ["head", counts.head], ["mixers", counts.mixers], ["feed-forward", counts.feedForward], ["of which routed experts", counts.routedExperts],
    ["norms", counts.norms], ["other", counts.other], ["all", counts.total], ["active for a token", counts.active], ["multi-token prediction, beside", counts.mtp],
    ["vision tower, beside", counts.vision],
  ] as const).filter(([, count]) => count > 0);
  printTable(terminal, "Parameters", [
    { header: "", cells: rows.map(([label]) => label) },
    { header: "exact", align: "right", cells: rows.map(([, count]) => digits(count, 15)) },
    { header: "", align: "right", cells: rows.map(([, count]) => withUnit(count, "tokens")) },
  ]);
}

interface UsedKind {
  readonly kind: LayerKind;
  readonly index: number;
  readonly layers: number;
}

function usedKinds(architecture: Architecture): UsedKind[] {
  return layersOfKind(architecture).map((layers, index) => ({ kind: architecture.layerKinds[index] as LayerKind, index, layers })).filter(({ layers }) => layers > 0);
}

function attentionWords({ mixer, encodes, cross }: LayerKind): string {
  return `${encodes === true ? "encoder: " : ""}${mixerWords(mixer)}${cross === undefined ? "" : ", and to the input"}`;
}

function mixerWords(mixer: Mixer): string {
  switch (mixer.kind) {
    case "attention": {
      const heads = mixer.kvHeads === mixer.heads ? `${mixer.heads} heads` : `${mixer.heads}/${mixer.kvHeads} heads`;
      const span = mixer.window !== null ? `, window ${mixer.window}` : mixer.chunk !== null ? `, chunk ${mixer.chunk}` : "";
      return `${heads} of ${mixer.headDim}${span}${mixer.sparse === null ? "" : ", sparse"}`;
    }
    case "mla": return `MLA ${mixer.heads} heads, latent ${mixer.latentDim} + ${mixer.ropeDim}${mixer.sparse === null ? "" : ", sparse"}`;
    case "recurrent": return `${mixer.variant}, ${mixer.heads} heads`;
    default: return "none";
  }
}

function feedForwardWords(feedForward: FeedForward): string {
  switch (feedForward.kind) {
    case "dense": return `${feedForward.gated ? "gated " : ""}${digits(feedForward.intermediate, 9)}`;
    case "moe": return `${feedForward.topK} of ${feedForward.experts} experts of ${digits(feedForward.intermediate, 9)}${feedForward.sharedIntermediate > 0 ? `, shared ${digits(feedForward.sharedIntermediate, 9)}` : ""}`;
    default: return "none";
  }
}

function distinct(words: readonly string[]): string {
  return [...new Set(words)].join("; ");
}
