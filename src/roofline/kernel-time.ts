import { decodeCallSeconds, decodeRoofs, attentionDecodeSeconds } from "./attention-decode.ts";
import { attentionPrefillSeconds, prefillRoofs } from "./attention-prefill.ts";
import type { Machine } from "./machine.ts";
import { mlaDecodeSeconds, mlaPrefillSeconds } from "./mla.ts";
import { multipliesNarrow } from "./parallel-units.ts";

/** Time of one kernel call with its parts, seconds. */
export interface KernelTime {
  readonly seconds: number;
  readonly launchSeconds: number;
  readonly computeSeconds: number;
  readonly memorySeconds: number;
  readonly flops: number;
  readonly bytes: number;
}

/**
 * One call of prefill attention by itself, launches and preparation included, over operands that the loop of a benchmark
 * leaves in the cache where they fit. Parameters as {@link attentionPrefillSeconds}.
 */
export function attentionPrefillCall(
  machine: Machine, batch: number, queries: number, context: number, heads: number, kvHeads: number, headDim: number,
  causal: boolean, span: number, kvBytes: number,
): KernelTime {
  const { constants } = machine;
  const seconds = attentionPrefillSeconds(machine, batch, queries, context, heads, kvHeads, headDim, headDim, causal, span, kvBytes,
    constants.attentionPreparationPasses, 1);
  const quantises = kvBytes <= 1 && multipliesNarrow(machine);
  return callTime(constants.attentionCallSeconds + (quantises ? constants.attentionQuantiseCallSeconds : 0), seconds, prefillRoofs);
}

/** One call of MLA prefill by itself. Parameters as {@link mlaPrefillSeconds}. */
export function mlaPrefillCall(
  machine: Machine, batch: number, queries: number, context: number, heads: number, nopeDim: number, ropeDim: number,
  valueDim: number, kvBytes: number,
): KernelTime {
  const { constants } = machine;
  const seconds = mlaPrefillSeconds(machine, batch, queries, context, heads, nopeDim, ropeDim, valueDim, Infinity, kvBytes, 1, 1);
  const quantises = kvBytes <= 1 && multipliesNarrow(machine);
  return callTime(constants.mlaPrefillCallSeconds + (quantises ? constants.attentionQuantiseCallSeconds : 0), seconds, prefillRoofs);
}

/** One call of decode attention by itself. Parameters as {@link attentionDecodeSeconds}. */
export function attentionDecodeCall(
  machine: Machine, batch: number, context: number, heads: number, kvHeads: number, headDim: number, span: number, kvBytes: number,
): KernelTime {
  const seconds = attentionDecodeSeconds(machine, batch, context, heads, kvHeads, headDim, headDim, span, kvBytes, 1);
  return callTime(decodeCallSeconds(machine, heads, kvHeads, kvBytes), seconds, decodeRoofs);
}

/** One call of absorbed MLA decode by itself. Parameters as {@link mlaDecodeSeconds}. */
export function mlaDecodeCall(
  machine: Machine, batch: number, context: number, heads: number, latentDim: number, ropeDim: number, kvBytes: number,
): KernelTime {
  const seconds = mlaDecodeSeconds(machine, batch, context, heads, latentDim, ropeDim, Infinity, kvBytes, 1);
  return callTime(machine.constants.mlaDecodeCallSeconds, seconds, decodeRoofs);
}

function callTime(launchSeconds: number, seconds: number, roofs: { readonly compute: number; readonly memory: number; readonly flops: number; readonly bytes: number }): KernelTime {
  return {
    seconds: launchSeconds + seconds, launchSeconds, computeSeconds: roofs.compute, memorySeconds: roofs.memory,
    flops: roofs.flops, bytes: roofs.bytes,
  };
}
