/** Levenshtein distance: insertions, deletions and replacements that turn one word into the other. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}

/**
 * The words of a list that a mistyped one may have meant, nearest first. One that begins with what was typed is nearest of
 * all; one that shares less than half its letters is not offered.
 */
export function nearest(word: string, list: readonly string[], limit: number = 3): readonly string[] {
  const wanted = word.toLowerCase().slice(0, 64);
  const ranked = list.map((candidate) => {
    const distance = editDistance(wanted, candidate);
    const begins = wanted.length > 1 && candidate.startsWith(wanted);
    return { candidate, rank: begins ? 0 : distance, offered: begins || distance <= Math.max(wanted.length, candidate.length) / 2 };
  });
  return ranked
    .filter(({ offered }) => offered)
    .sort((a, b) => a.rank - b.rank || commonLetters(wanted, b.candidate) - commonLetters(wanted, a.candidate) || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

/** Letters that two words have in common at their beginning, where people mistype least. */
function commonLetters(a: string, b: string): number {
  let count = 0;
  while (count < a.length && a[count] === b[count]) count += 1;
  return count;
}
