/** How much a country's power stations emit for each unit of electricity. */
export interface GridCarbon {
  /** Name by which it is looked up. */
  readonly id: string;
  /** Country or region. */
  readonly name: string;
  /** CO₂ equivalents of electricity, g per kWh. */
  readonly gramsCo2PerKwh: number;
  /** Of which the figure is the mean. */
  readonly year: number;
  /** Where it is published. */
  readonly source: string;
}

const ourWorldInData =
  "Our World in Data, Carbon intensity of electricity generation (Ember; Energy Institute), https://ourworldindata.org/grapher/carbon-intensity-electricity";
const statista =
  "Ember, 3 July 2024, as given by Statista, Electricity generation emission intensity in selected countries worldwide, https://www.statista.com/statistics/943137";

const ember = (id: string, name: string, gramsCo2PerKwh: number): GridCarbon => ({ id, name, gramsCo2PerKwh, year: 2023, source: ourWorldInData });

/**
 * Carbon intensity of electricity generation, yearly means: what a contract, an hour or a neighbour's import changes is not in
 * them. Life-cycle CO₂ equivalents except where the source says otherwise.
 */
export const gridCarbon: readonly GridCarbon[] = [
  { id: "world", name: "World", gramsCo2PerKwh: 481, year: 2023, source: statista },
  {
    // 0.86 lb × 453.592 g/lb.
    id: "us", name: "United States", gramsCo2PerKwh: 390, year: 2022,
    source: "U.S. Energy Information Administration, FAQ 74: 0.86 pounds of CO₂ per kWh (at the power station, CO₂ alone), https://www.eia.gov/tools/faqs/faq.php?id=74",
  },
  ember("au", "Australia", 549), ember("be", "Belgium", 138), ember("br", "Brazil", 98), ember("ca", "Canada", 170), ember("cn", "China", 582),
  ember("de", "Germany", 381), ember("dk", "Denmark", 152), ember("fi", "Finland", 79), ember("fr", "France", 56), ember("ie", "Ireland", 291),
  ember("in", "India", 713),
  { id: "no", name: "Norway", gramsCo2PerKwh: 30, year: 2023, source: statista },
];

/** A data centre of the kind that answers surveys. */
export const surveyedPue: { readonly value: number; readonly source: string } = {
  value: 1.58,
  source: "Uptime Institute, Intelligence Update 221 (November 2023), from its Global Data Center Survey: industry average of 2023",
};
