import { editDistance } from "../quantities/nearest.ts";

/**
 * The model names nearest to a mistyped one, best first. Case is disregarded, and so is the owner of a repository where that
 * makes the names nearer; a name that holds what was typed is nearest of all.
 */
export function nearestModels(name: string, known: readonly string[], most = 3): readonly string[] {
  const wanted = name.toLowerCase().slice(0, 80);
  return known
    .map((candidate) => ({ candidate, score: score(wanted, candidate.toLowerCase()) }))
    .filter(({ score: value }) => value <= Math.max(3, wanted.length / 2))
    .sort((a, b) => a.score - b.score || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

function score(wanted: string, candidate: string): number {
  const short = candidate.slice(candidate.indexOf("/") + 1);
  const bare = wanted.slice(wanted.indexOf("/") + 1);
  const holds = bare.length > 3 && short.includes(bare);
  return holds ? 1 : Math.min(editDistance(wanted, candidate), editDistance(bare, short));
}
