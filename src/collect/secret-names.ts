/** Words that make a name a secret's wherever they stand in it, however it is written: DB_PASSWORD, dbPassword, dbpassword. */
const telling = /passw|passphrase|secret|token|credential|api[-_.]?key|access[-_.]?key|private[-_.]?key|connection[-_.]?string/i;

/** Words that do so only at the end of a name: a `KEY` is a secret, a `KEY_VAULT_URL` is none. */
const tellingAtEnd = /(?:^|[-_.]|[a-z](?=[A-Z]))(?:pass|pwd|keys?|auth|dsn|jwt|salt|sas)$/i;

/** `name: value`, `name=value`, `"name": "value"`; the value ends with its quote, or with the line, a comma or a semicolon. */
const assignment = /([A-Za-z][\w.-]{0,80})(["']?[ \t]*[:=][ \t]*)("[^"\n]*"|'[^'\n]*'|[^\n;,"']+)/g;

/** Whether the value under a name is a secret as a rule; such values are never read. */
export function isSecretName(name: string): boolean {
  return telling.test(name) || tellingAtEnd.test(name);
}

/** The text with the value of every secret that it assigns blanked out, as long as before, so that places stay. */
export function withoutSecrets(text: string): string {
  return text.replace(assignment, (whole, name: string, sign: string, value: string) =>
    isSecretName(name) ? name + sign + " ".repeat(value.length) : whole,
  );
}
