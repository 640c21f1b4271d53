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
export function nearest(word: string, list: readonly string[], limit: number = 3, keyOf: (name: string) => string = (name) => name): readonly string[] {
  const wanted = keyOf(word.toLowerCase()).slice(0, 64);
  const ranked = list.map((candidate) => {
    const key = keyOf(candidate);
    const distance = editDistance(wanted, key);
    const place = key.indexOf(wanted);
    const holds = place === 0 ? wanted.length > 1 : place > 0 && wanted.length > 3;
    return { candidate, key, rank: holds ? Math.min(place, 1) : distance, offered: holds || distance <= Math.max(wanted.length, key.length) / 2 };
  });
  return ranked
    .filter(({ offered }) => offered)
    .sort((a, b) => a.rank - b.rank || commonLetters(wanted, b.key) - commonLetters(wanted, a.key) || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

/** Letters that two words have in common at their beginning, where people mistype least. */
function commonLetters(a: string, b: string): number {
  let count = 0;
  while (count < a.length && a[count] === b[count]) count += 1;
  return count;
}
