/** A value as an error shows it; programs may pass what JSON cannot hold, such as a BigInt or an object that holds itself. */
export function brief(value: unknown): string {
  const text = json(value) ?? (typeof value === "object" ? "an object that is no JSON" : String(value));
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function json(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}
