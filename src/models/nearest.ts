/** The names nearest to a mistyped one, best first: Levenshtein distance without regard to case, prefix matches ahead. */
export function nearest(name: string, known: readonly string[], most = 3): readonly string[] {
  const wanted = name.toLowerCase().slice(0, 80);
  return known
    .map((candidate) => ({ candidate, score: score(wanted, candidate.toLowerCase()) }))
    .filter(({ score: value }) => value <= Math.max(3, wanted.length / 2))
    .sort((a, b) => a.score - b.score || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** The distance to the whole name or to its part after the owner, whichever is less. */
function score(wanted: string, candidate: string): number {
  const short = candidate.slice(candidate.indexOf("/") + 1);
  const bare = wanted.slice(wanted.indexOf("/") + 1);
  return Math.min(distance(wanted, candidate), distance(bare, short), short.includes(bare) && bare.length > 3 ? 1 : Infinity);
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substitution, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
