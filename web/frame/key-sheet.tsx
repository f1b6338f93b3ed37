import { useEffect, useState } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { Action } from "../parts/action.js";
import { Key } from "../parts/key.js";
import { keep, useKept } from "../state/kept.js";
import style from "./dialog.module.css";
import { boundKeys, singleKeysSetting } from "./keys.js";
import { isCharacter, ownKey, ownKeysFrom, ownKeysSetting, withOwnKey } from "./own-keys.js";

/** Every key that does something on this screen. Single letters can be turned off, and each can be given another; this browser keeps both. */
export function KeySheet({ onClose }: { onClose(): void }) {
  const [single, setSingle] = useKept(singleKeysSetting, "on");
  const [kept] = useKept(ownKeysSetting);
  const [changing, setChanging] = useState(false);
  const own = ownKeysFrom(kept);
  const give = (usual: string, pressed: string) => keep(ownKeysSetting, JSON.stringify(withOwnKey(own, usual, pressed)));
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={onClose} className={style.overlay ?? ""}>
      <Modal className={style.modal ?? ""}>
        <Dialog className={style.dialog ?? ""}>
          <div className={style.top}>
            <Heading slot="title" level={2}>
              Keys
            </Heading>
            <Action onPress={onClose}>Close</Action>
          </div>
          <label className={style.choice}>
            <input type="checkbox" checked={single === "on"} onChange={(event) => setSingle(event.target.checked ? "on" : "off")} /> Single
            letters are shortcuts. They never are while you type.
          </label>
          <div className={style.changing}>
            <Action pressed={changing} onPress={() => setChanging(!changing)}>
              Change keys
            </Action>
            <Action disabled={Object.keys(own).length === 0} onPress={() => keep(ownKeysSetting, null)}>
              Give every key its usual letter
            </Action>
          </div>
          {changing ? (
            <p className={style.choice}>
              Press a key of the list below, then the letter that it shall have. What has that letter now gets the other.
            </p>
          ) : null}
          <div className={style.columns}>
            {boundKeys().map(({ title, bindings }) => (
              <section key={title} aria-label={title}>
                <h3>{title}</h3>
                <dl className={style.keys}>
                  {bindings.map(({ keys, does }) => {
                    const [first = "", ...then] = keys.split(" ");
                    return (
                      <div key={keys}>
                        <dt>
                          {changing && isCharacter(first) ? (
                            <Changed shown={ownKey(own, first)} does={does} onPressed={(pressed) => give(first, pressed)} />
                          ) : (
                            <Key usual={first} />
                          )}
                          {then.map((key) => (
                            <kbd key={key}>{key}</kbd>
                          ))}
                        </dt>
                        <dd>{does}</dd>
                      </div>
                    );
                  })}
                </dl>
              </section>
            ))}
            <section aria-label="Always">
              <h3>Always</h3>
              <dl className={style.keys}>
                <div>
                  <dt>
                    <kbd>Ctrl</kbd>
                    <kbd>K</kbd>
                  </dt>
                  <dd>Search and go</dd>
                </div>
              </dl>
            </section>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** A key that waits, once it was chosen, for the letter that it shall have; Escape leaves it as it is. */
function Changed({ shown, does, onPressed }: { shown: string; does: string; onPressed(pressed: string): void }) {
  const [waiting, setWaiting] = useState(false);
  useEffect(() => {
    if (!waiting) return;
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || ["Shift", "Tab"].includes(event.key)) return;
      event.preventDefault();
      event.stopPropagation();
      setWaiting(false);
      if (isCharacter(event.key)) onPressed(event.key);
    };
    // Before the dialog takes Escape for itself.
    window.addEventListener("keydown", listen, true);
    return () => window.removeEventListener("keydown", listen, true);
  }, [waiting, onPressed]);
  return (
    <button
      type="button"
      className={style.changed}
      aria-label={waiting ? `Press the letter for: ${does}` : `Change the letter ${shown} of: ${does}`}
      onClick={() => setWaiting(true)}
      onBlur={() => setWaiting(false)}
    >
      {waiting ? "…" : shown}
    </button>
  );
}
