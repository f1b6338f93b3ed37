import { useMemo, useState } from "react";
import { Autocomplete, Dialog, Input, Menu, MenuItem, Modal, ModalOverlay, SearchField, Text } from "react-aria-components";
import { useLocation } from "wouter";
import { useCases } from "../api/cases.js";
import { useReview, useShelf } from "../api/reviews.js";
import { type Command, commandsFor, matching } from "./commands.js";
import style from "./dialog.module.css";
import type { Subject } from "./screens.js";

/** More results than this are not read by anyone; the search narrows them. */
const mostResults = 60;

/** Search over everything one can go to or ask: type, choose with the arrows, Enter. */
export function CommandSearch({ subject, onClose }: { subject: Subject; onClose(): void }) {
  const [, navigate] = useLocation();
  const [typed, setTyped] = useState("");
  const { value: open } = useReview(subject.review);
  const { value: shelf } = useShelf();
  const { value: cases } = useCases();
  const commands = useMemo(() => commandsFor({ open, shelf, cases: cases?.cases, of: subject.case }), [open, shelf, cases, subject.case]);
  const found = useMemo(() => matching(commands, typed), [commands, typed]);
  const go = (command: Command | undefined) => {
    onClose();
    if (command) navigate(command.address);
  };
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={onClose} className={style.overlay ?? ""}>
      <Modal className={style.modal ?? ""}>
        <Dialog className={style.dialog ?? ""} aria-label="Search and go">
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <SearchField aria-label="Go to, or ask" autoFocus>
              <Input className={style.search ?? ""} placeholder="Go to a screen, finding, provider, or ask who can reach…" />
            </SearchField>
            <Menu
              aria-label="Results"
              className={style.results ?? ""}
              items={found.slice(0, mostResults)}
              onAction={(id) => go(found.find((one) => one.id === id))}
              renderEmptyState={() => <p className={style.nothing}>Nothing here is called that.</p>}
            >
              {(command) => (
                <MenuItem id={command.id} className={style.result ?? ""} textValue={command.title}>
                  <Text slot="label">{command.title}</Text>
                  <Text slot="description" className={style.about ?? ""}>
                    {command.about}
                  </Text>
                </MenuItem>
              )}
            </Menu>
          </Autocomplete>
          {found.length > mostResults ? <p className={style.nothing}>{found.length - mostResults} more: type on to narrow them.</p> : null}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
