export { breakEven, type ApiPrice, type BreakEven, type BreakEvenQuestion } from "./break-even.ts";
export { costOf, type Cost, type CostQuestion, type PhaseSeconds } from "./cost.ts";
export { facilityEnergy, type Facility, type FacilityEnergy, type FacilityRates } from "./facility.ts";
export { gridCarbon, surveyedPue, type GridCarbon } from "./grid.ts";
export { devicesWithin, type PowerBudget } from "./power-budget.ts";
export { devicePower } from "./power.ts";
