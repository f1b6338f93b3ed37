import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { Action } from "../parts/action.js";
import { useKept } from "../state/kept.js";
import style from "./dialog.module.css";
import { boundKeys, singleKeysSetting } from "./keys.js";

/** Every key that does something on this screen. Single letters can be turned off. */
export function KeySheet({ onClose }: { onClose(): void }) {
  const [single, setSingle] = useKept(singleKeysSetting, "on");
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
          <div className={style.columns}>
            {boundKeys().map(({ title, bindings }) => (
              <section key={title} aria-label={title}>
                <h3>{title}</h3>
                <dl className={style.keys}>
                  {bindings.map(({ keys, does }) => (
                    <div key={keys}>
                      <dt>
                        {keys.split(" ").map((key) => (
                          <kbd key={key}>{key === "Escape" ? "Esc" : key}</kbd>
                        ))}
                      </dt>
                      <dd>{does}</dd>
                    </div>
                  ))}
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
