import { attention } from "./attention.ts";
import { collectives } from "./collectives.ts";
import { economics, intervals } from "./economics.ts";
import { holdings } from "./holdings.ts";
import type { Chapter } from "./law.ts";
import { manyServers } from "./many-servers.ts";
import { networks } from "./networks.ts";
import { oneServer } from "./one-server.ts";
import { products } from "./products.ts";
import { servingMeans } from "./serving-means.ts";
import { sharedServer } from "./shared-server.ts";
import { steps } from "./steps.ts";
import { work } from "./work.ts";

/** The formula sheet, in reading order. */
export const chapters: readonly Chapter[] = [
  work,
  holdings,
  products,
  attention,
  collectives,
  steps,
  servingMeans,
  oneServer,
  sharedServer,
  manyServers,
  networks,
  economics,
  intervals,
];
