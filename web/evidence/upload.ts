import type { EvidenceChange } from "../../src/model/index.js";
import { casePath } from "../api/cases.js";
import type { AboutFile } from "../api/evidence.js";
import { failureOf, RequestFailed, unreachable } from "../api/problem.js";
import { refreshAnswers } from "../api/use-answer.js";
import { addressOf } from "../state/address.js";

/** Kinds of files that can be evidence, for the dialog in which one is picked; the content decides. */
export const pickable = ".pdf,.html,.htm,.mhtml,.txt,.md,.csv,.json,.eml,.png,.jpg,.jpeg,.gif,.webp,.tif,.tiff,.docx,.xlsx,.pptx,.odt";

/**
 * Sends a file to be added, telling how far it is; `fetch` tells nothing of a body that it sends.
 *
 * @throws RequestFailed with what went wrong and what to do
 */
export function uploadEvidence(
  of: string,
  file: File,
  about: Partial<AboutFile>,
  key: string,
  progress: (share: number) => void,
): Promise<EvidenceChange> {
  const form = new FormData();
  form.append("file", file, file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", addressOf(casePath(of, "/evidence"), about));
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("Idempotency-Key", key);
    request.setRequestHeader("Beholden-Request", "1");
    request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new RequestFailed(unreachable));
    request.onload = () => {
      if (request.status < 300) {
        refreshAnswers("/api/cases");
        resolve(JSON.parse(request.responseText) as EvidenceChange);
      } else
        failureOf(new Response(request.responseText, { status: request.status })).then(
          (failure) => reject(new RequestFailed(failure)),
          reject,
        );
    };
    request.send(form);
  });
}
