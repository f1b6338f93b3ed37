/** A change set that is not there, or cannot be decided on. The message says what to do. */
export class ChangeRefused extends Error {}
