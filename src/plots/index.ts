/**
 * Pictures: Observable Plot specifications from plain results, and the curves that they draw.
 *
 * @module ridgepoint/plots
 */
export { accuracyPlot, type AccuracyOptions, type MeasuredPoint } from "./accuracy.ts";
export { breakdownPlot, type BreakdownOptions } from "./breakdown.ts";
export { capacityPlot } from "./capacity.ts";
export { costPlot, type CostPlotOptions } from "./cost.ts";
export { energyPlot } from "./energy.ts";
export { loadPlot, type LoadPlotOptions } from "./load.ts";
export { memoryPlot, type NamedMemory } from "./memory.ts";
export { paretoPlot, type ParetoData, type ParetoOptions, type ParetoRing } from "./pareto.ts";
export { rooflinePlot, type RooflineOptions, type RooflinePoint } from "./roofline.ts";
export { timelinePlot } from "./timeline.ts";
export { tornadoPlot, type TornadoOptions } from "./tornado.ts";
export { waitPlot, type WaitPlotOptions } from "./wait.ts";
export { batchCurve, type BatchCurveOptions, type BatchPoint } from "./curves/batch.ts";
export { capacityCurves, type CapacityCurve, type CapacityCurveOptions, type CapacityPoint } from "./curves/capacity.ts";
export { costCurve, type CostCurve, type CostCurveOptions, type CostPoint } from "./curves/cost.ts";
export { heldUpTo } from "./curves/held.ts";
export { loadCurve, type LoadCurve, type LoadCurveOptions, type LoadPoint } from "./curves/load.ts";
export { roofsOf, type BandwidthRoof, type ComputeRoof, type Roofs } from "./curves/roofs.ts";
export { overlapSpans, pipelineSpans, requestSpans, type Pipeline, type Span } from "./curves/spans.ts";
export { waitCurves } from "./curves/queue-waits.ts";
export { lawCurve, queueCurves, serverCurves, type WaitCurve, type WaitPoint } from "./curves/waits.ts";
export { palette, roofColours, seriesColours } from "./frame/palette.ts";
export { svgOf, type DocumentLike, type SvgOptions } from "./svg.ts";
export type { PictureOptions, PlotModule, PlotSpecification } from "./frame/types.ts";
