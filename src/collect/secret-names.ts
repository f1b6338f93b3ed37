/** Words that make a name a secret's wherever they stand in it, however it is written: DB_PASSWORD, dbPassword, dbpassword. */
const telling = /passw|passphrase|secret|token|credential|api[-_.]?key|access[-_.]?key|private[-_.]?key|connection[-_.]?string/i;

/** Words that do so only at the end of a name: a `KEY` is a secret, a `KEY_VAULT_URL` is none. */
const tellingAtEnd = /(?:pass|pwd|(?:^|[-_.])(?:keys?|auth|dsn|jwt|salt|sas))$/i;
const tellingAtCamelEnd = /[a-z0-9](?:Keys?|Auth|Dsn|Jwt|Salt|Sas)$/;

/** `name=value`, `name: value`, `"name": "value"`. A colon without a space is part of a URL or of user-info. */
const assignment = /([A-Za-z][\w.-]{0,80})["']?[ \t]*(?:=[ \t]*|:[ \t]+|:(?=["']))/g;

/** Whether the value under a name is a secret as a rule; such values are never read. */
export function isSecretName(name: string): boolean {
  return telling.test(name) || tellingAtEnd.test(name) || tellingAtCamelEnd.test(name);
}

/** The text with the value of every secret that it assigns blanked out, as long as before, so that places stay. */
export function withoutSecrets(text: string): string {
  let clean = "";
  let kept = 0;
  for (const match of text.matchAll(assignment)) {
    const from = match.index + match[0].length;
    if (from < kept || !isSecretName(match[1] ?? "")) continue;
    const to = endOfValue(text, from, match[0].includes("="));
    clean += text.slice(kept, from) + " ".repeat(to - from);
    kept = to;
  }
  return clean + text.slice(kept);
}

/** A value in quotes ends with its quote; another with the line, a comma or semicolon, and after `=` with a blank. */
function endOfValue(text: string, from: number, blankEnds: boolean): number {
  const quote = text[from];
  const quoted = quote === '"' || quote === "'";
  const end = quoted ? text.indexOf(quote, from + 1) : text.slice(from).search(blankEnds ? /[\s;,]/ : /[\n;,]/);
  if (end < 0) return text.length;
  return quoted ? end + 1 : from + end;
}
